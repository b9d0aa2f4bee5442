// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/KernelStamp.h"

#include <algorithm>

namespace portlight {

namespace {

/// "[    6.322076]", as almost all are: 12 characters between the brackets. -1 where it is not so.
qint64 readUsualWidth(const char *text)
{
    if (text[6] != '.' || text[13] != ']')
        return -1;
    qint64 value = 0;
    int at = 1;
    while (text[at] == ' ')
        ++at;
    if (at > 5)
        return -1;
    for (; at < 13; ++at) {
        if (at == 6)
            continue;
        const auto digit = unsigned(text[at] - '0');
        if (digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}

} // namespace

std::optional<qint64> KernelStamp::read(QByteArrayView text)
{
    if (text.size() < 10 || text[0] != '[')
        return {};
    const qint64 usual = text.size() >= 14 ? readUsualWidth(text.data()) : -1;
    return usual >= 0 ? usual : readAnyWidth(text);
}

std::optional<qint64> KernelStamp::readAnyWidth(QByteArrayView text)
{
    qsizetype at = 1;
    while (at < text.size() && text[at] == ' ')
        ++at;
    const auto digits = [&](qsizetype most) {
        qint64 value = 0;
        const qsizetype first = at;
        while (at < text.size() && at - first < most && text[at] >= '0' && text[at] <= '9')
            value = value * 10 + (text[at++] - '0');
        return at > first ? value : -1;
    };
    const qint64 seconds = digits(10);
    if (seconds < 0 || at >= text.size() || text[at] != '.')
        return {};
    const qsizetype dot = at++;
    const qint64 fraction = digits(6);
    if (at - dot != 7 || at >= text.size() || text[at] != ']')
        return {};
    return seconds * 1'000'000 + fraction;
}

QByteArrayView KernelStamp::message(QByteArrayView text)
{
    while (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return text;
        text = text.sliced(end + 1);
    }
    return text.startsWith(' ') ? text.sliced(1) : text;
}

QString KernelStamp::bannerVersion(QByteArrayView text)
{
    constexpr QByteArrayView banner("Linux version ");
    if (!read(text))
        return {};
    QByteArrayView rest = message(text);
    if (!rest.startsWith(banner))
        return {};
    rest = rest.sliced(banner.size());
    const qsizetype end = std::min<qsizetype>(std::max<qsizetype>(0, rest.indexOf(' ')), 64);
    return QString::fromUtf8(rest.first(end));
}

bool KernelStamp::isBanner(QByteArrayView text)
{
    return message(text).startsWith("Linux version ") && !bannerVersion(text).isEmpty();
}

bool KernelStamp::isGoodbye(QByteArrayView text)
{
    return read(text) && message(text).startsWith("reboot: ");
}

} // namespace portlight
