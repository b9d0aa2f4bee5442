// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/OlderText.h"

#include "serial/KernelStamp.h"
#include "serial/LineStretch.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr qsizetype LeastEndBytes = 12;
/// After its good-bye a kernel says a few words more, at once.
constexpr qint64 LastWords = 2'000'000;

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isWord(char byte)
{
    return isDigit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

} // namespace

bool OlderText::see(const KernelEvent &event, qint64 before)
{
    const auto goodbye = m_goodbye;
    switch (event.kind) {
    case KernelEvent::Kind::Banner:
        m_goodbye.reset();
        return false;
    case KernelEvent::Kind::Goodbye:
        m_goodbye = event.stamp;
        return false;
    case KernelEvent::Kind::CutStamp:
    case KernelEvent::Kind::Repeated:
        if (m_isFound)
            return false;
        m_isFound = true;
        return true;
    case KernelEvent::Kind::Stamp:
    case KernelEvent::Kind::Back:
        break;
    }
    m_goodbye.reset();
    const bool isBack = before - event.stamp > LeastStepBack;
    const bool isRisen = goodbye && std::abs(event.stamp - *goodbye) > LastWords;
    m_isFound = m_isFound || isBack || isRisen;
    return isBack || isRisen;
}

qint64 OlderText::place(const LineStretch &stretch, qint64 first, bool isAfterMark, const KernelEvent &event)
{
    if (event.kind != KernelEvent::Kind::Stamp && event.kind != KernelEvent::Kind::Back)
        return isAfterMark && event.line == first ? -1 : event.line;
    qint64 place = event.line;
    bool hasStamp = false;
    for (qint64 line = event.line - 1; line >= first && stretch.has(line); --line) {
        const QByteArrayView text = stretch.plain(line);
        if (text.contains("Linux version "))
            return -1; // A kernel begins, behind something else in the same line.
        hasStamp = KernelStamp::read(text).has_value();
        if (hasStamp)
            break;
        if (mayBeEnd(text) || isEndOfStamp(text))
            place = line;
    }
    if (isAfterMark && !hasStamp)
        return -1;
    if (const auto *odd = stretch.odd(place); odd && odd->stitchedOf > 0)
        place = std::max(first, place - odd->stitchedOf);
    return place;
}

bool OlderText::isEndOfStamp(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < std::min<qsizetype>(5, line.size()) && isDigit(line[at]))
        ++at;
    const bool hasPoint = at < line.size() && line[at] == '.';
    const qsizetype fraction = hasPoint ? at + 1 : 0;
    at = fraction;
    while (at < line.size() && at - fraction < 6 && isDigit(line[at]))
        ++at;
    const qsizetype digits = at - fraction;
    return (hasPoint ? digits == 6 : digits >= 3) && line.size() - at > 2 && line[at] == ']' && line[at + 1] == ' ';
}

bool OlderText::mayBeEnd(QByteArrayView line)
{
    return !line.isEmpty() && ((line[0] >= 'a' && line[0] <= 'z') || isDigit(line[0]));
}

bool OlderText::isEndOf(QByteArrayView line, QByteArrayView next)
{
    return line.size() >= LeastEndBytes && next.size() > line.size() && next.endsWith(line) && mayBeEnd(line) &&
           isWord(next[next.size() - line.size() - 1]);
}

} // namespace portlight
