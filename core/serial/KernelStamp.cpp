// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/KernelStamp.h"

#include <algorithm>

namespace portlight {

qint64 KernelStamp::readAnyWidth(QByteArrayView text)
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
        return -1;
    const qsizetype dot = at++;
    const qint64 fraction = digits(6);
    if (at - dot != 7 || at >= text.size() || text[at] != ']')
        return -1;
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
