// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Ra2Channel.h"

#include <QtEndian>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

QByteArray Ra2Channel::decrypt(QByteArrayView wire)
{
    m_pending.append(wire);
    QByteArray result;
    qsizetype used = 0;
    while (m_problem.isEmpty()) {
        const QByteArrayView left = QByteArrayView(m_pending).sliced(used);
        if (left.size() < Ra2Cipher::lengthSize)
            break;
        const qsizetype size = Ra2Cipher::wireSize(qFromBigEndian<quint16>(left.data()));
        if (left.size() < size)
            break;
        used += size;
        if (const std::optional<QByteArray> plain = m_fromServer.open(left.first(size)))
            result += *plain;
        else
            m_problem = u"RA2: wrong MAC"_s;
    }
    m_pending.remove(0, used);
    return result;
}

void Ra2Channel::encrypt(QByteArrayView plain)
{
    for (qsizetype at = 0; at < plain.size(); at += Ra2Cipher::largestMessage)
        m_wire += m_toServer.seal(plain.sliced(at, std::min(Ra2Cipher::largestMessage, plain.size() - at)));
}

} // namespace portlight::rfb
