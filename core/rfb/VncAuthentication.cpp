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

Des vncDes(QByteArrayView password)
{
    Des::Block key{};
    for (qsizetype i = 0; i < std::min<qsizetype>(password.size(), qsizetype(key.size())); ++i)
        key[size_t(i)] = reversedBits(quint8(password[i]));
    return Des(key);
}

void append(QByteArray &bytes, const Des::Block &block)
{
    bytes.append(reinterpret_cast<const char *>(block.data()), qsizetype(block.size()));
}

} // namespace

QByteArray vncAuthenticationResponse(QByteArrayView password, QByteArrayView challenge)
{
    Q_ASSERT(challenge.size() == vncChallengeSize);
    const Des des = vncDes(password);
    QByteArray response;
    Des::Block block;
    for (qsizetype start = 0; start < vncChallengeSize; start += qsizetype(block.size())) {
        std::copy_n(challenge.begin() + start, block.size(), block.begin());
        append(response, des.encrypt(block));
    }
    return response;
}

QByteArray vncDesCbc(QByteArrayView key, QByteArrayView plain)
{
    const Des des = vncDes(key);
    Des::Block block;
    Q_ASSERT(key.size() == qsizetype(block.size()) && plain.size() % qsizetype(block.size()) == 0);
    std::copy_n(key.begin(), block.size(), block.begin());
    QByteArray result;
    for (qsizetype start = 0; start < plain.size(); start += qsizetype(block.size())) {
        for (size_t i = 0; i < block.size(); ++i)
            block[i] = quint8(block[i] ^ quint8(plain[start + qsizetype(i)]));
        block = des.encrypt(block);
        append(result, block);
    }
    return result;
}

} // namespace portlight::rfb
