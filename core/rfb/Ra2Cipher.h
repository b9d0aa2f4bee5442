// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/AesEax.h"

#include <optional>

namespace portlight::rfb {

/// One direction of RA2's encrypted messages: length in 2 bytes, encrypted text, MAC of 16 bytes; a counter is the
/// nonce (rfbproto, "RSA-AES Security Type").
class Ra2Cipher
{
public:
    static constexpr qsizetype lengthSize = 2;
    static constexpr qsizetype largestMessage = 8192; ///< What we send; others may send up to 65535.

    explicit Ra2Cipher(QByteArray key)
        : m_cipher(std::move(key))
    {
    }

    /// The whole message for the wire. At most 65535 bytes.
    [[nodiscard]] QByteArray seal(QByteArrayView plain);
    /// `message` begins with the length and has all that the length says. Nothing when the MAC is wrong.
    [[nodiscard]] std::optional<QByteArray> open(QByteArrayView message);
    /// Size of a whole message on the wire whose text is so long.
    [[nodiscard]] static qsizetype wireSize(qsizetype length) { return lengthSize + length + AesEax::macSize; }

private:
    void count();

    AesEax m_cipher;
    QByteArray m_counter = QByteArray(16, '\0'); ///< Little-endian.
};

} // namespace portlight::rfb
