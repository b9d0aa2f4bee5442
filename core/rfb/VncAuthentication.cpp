// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/VncAuthentication.h"

#include "rfb/Des.h"

#include <algorithm>

namespace portlight::rfb {

namespace {

quint8 reversedBits(quint8 byte)
{
    quint32 reversed = 0;
    for (int bit = 0; bit < 8; ++bit)
        reversed = reversed << 1 | (quint32(byte) >> bit & 1);
    return quint8(reversed);
}

} // namespace

QByteArray vncAuthenticationResponse(QByteArrayView password, QByteArrayView challenge)
{
    Q_ASSERT(challenge.size() == vncChallengeSize);
    Des::Block key{};
    for (qsizetype i = 0; i < std::min<qsizetype>(password.size(), qsizetype(key.size())); ++i)
        key[size_t(i)] = reversedBits(quint8(password[i]));
    const Des des(key);
    QByteArray response;
    for (qsizetype start = 0; start < vncChallengeSize; start += qsizetype(key.size())) {
        Des::Block block;
        std::copy_n(challenge.begin() + start, block.size(), block.begin());
        const Des::Block encrypted = des.encrypt(block);
        response.append(reinterpret_cast<const char *>(encrypted.data()), qsizetype(encrypted.size()));
    }
    return response;
}

} // namespace portlight::rfb
