// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/OpenSslPointer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/bn.h>

namespace portlight::rfb {

// For .cpp files that calculate with a server's numbers.

using BigNumber = OpenSslPointer<BIGNUM, BN_clear_free>;

/// Big-endian bytes as a number.
[[nodiscard]] inline BigNumber bigNumber(QByteArrayView bytes)
{
    return BigNumber(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()), nullptr));
}

/// The number in so many bytes, with zeros in front; empty when it needs more.
[[nodiscard]] inline QByteArray numberBytes(const BIGNUM *number, qsizetype size)
{
    QByteArray bytes(size, '\0');
    return BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), int(size)) < 0 ? QByteArray() : bytes;
}

} // namespace portlight::rfb
