// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FaintText.h"

#include <QList>

#include <utility>

namespace portlight {

namespace {

constexpr char Escape = '\x1b';
/// Nobody sets so many attributes at once: what is longer goes on as it is.
constexpr qsizetype LongestSequence = 128;

bool isParameter(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == ';' || byte == ':';
}

} // namespace

bool FaintText::isUntouched(QByteArrayView bytes) const
{
    return m_sequence.isEmpty() && !bytes.contains(Escape);
}

QByteArray FaintText::translate(QByteArrayView bytes)
{
    QByteArray result;
    result.reserve(m_sequence.size() + bytes.size());
    for (const char byte : bytes) {
        if (byte == Escape) {
            result += std::exchange(m_sequence, QByteArray(1, Escape));
        } else if (m_sequence.isEmpty()) {
            result += byte;
        } else if (m_sequence.size() == 1 && byte == '[') {
            m_sequence += byte;
        } else if (m_sequence.size() > 1 && isParameter(byte) && m_sequence.size() < LongestSequence) {
            m_sequence += byte;
        } else {
            const bool isStyle = byte == 'm' && m_sequence.size() > 1;
            result += isStyle ? "\x1b[" + translated(QByteArrayView(m_sequence).sliced(2)) : m_sequence;
            result += byte;
            m_sequence.clear();
        }
    }
    return result;
}

QByteArray FaintText::translated(QByteArrayView parameters)
{
    QList<QByteArray> kept;
    const QList<QByteArray> given = parameters.toByteArray().split(';');
    for (qsizetype at = 0; at < given.size(); ++at) {
        const QByteArray &parameter = given[at];
        const int number = parameter.toInt(); // "38:2:…" is none: 0.
        if (number == 38 || number == 48 || number == 58) {
            // The numbers of a colour are not attributes.
            const int form = given.value(at + 1).toInt();
            const qsizetype length = form == 2 ? 5 : form == 5 ? 3 : 1;
            kept += given.mid(at, length);
            at += length - 1;
        } else if (number == 2) {
            kept += QByteArray::number(10 + Font);
        } else if (number == 22) {
            kept += {parameter, "10"};
        } else if (number < 10 || number > 19) {
            kept += parameter;
        }
    }
    // No parameter at all would reset everything; 99 is none of libvterm's.
    return kept.isEmpty() ? QByteArray("99") : kept.join(';');
}

} // namespace portlight
