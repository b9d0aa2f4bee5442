// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Ra2Cipher.h"

#include "rfb/WireNumbers.h"

namespace portlight::rfb {

void Ra2Cipher::count()
{
    for (char &digit : m_counter) {
        digit = char(quint8(digit) + 1);
        if (digit != 0)
            return;
    }
}

QByteArray Ra2Cipher::seal(QByteArrayView plain)
{
    const QByteArray length = bigEndian16(quint16(plain.size()));
    QByteArray message = length + m_cipher.encrypt(m_counter, length, plain);
    count();
    return message;
}

std::optional<QByteArray> Ra2Cipher::open(QByteArrayView message)
{
    std::optional<QByteArray> plain =
        m_cipher.decrypt(m_counter, message.first(lengthSize), message.sliced(lengthSize));
    count();
    return plain;
}

} // namespace portlight::rfb
