// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LogCuts.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 MostCutsBytes = 16 * 1024;
constexpr qsizetype HoleBytes = 1024;

} // namespace

std::vector<LogCut> parseLogCuts(QByteArrayView text)
{
    std::vector<LogCut> cuts;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        const QList<QByteArray> numbers = line.simplified().split(' ');
        if (numbers.size() != 2)
            continue;
        bool fromIsNumber = false;
        bool toIsNumber = false;
        const LogCut cut{numbers[0].toLongLong(&fromIsNumber), numbers[1].toLongLong(&toIsNumber)};
        if (fromIsNumber && toIsNumber && cut.from >= 0 && cut.from < cut.to)
            cuts.push_back(cut);
    }
    return cuts;
}

qsizetype findHole(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const void *nul = memchr(bytes.data() + at, 0, size_t(bytes.size() - at));
        if (nul == nullptr)
            return -1;
        const qsizetype begin = static_cast<const char *>(nul) - bytes.data();
        const char *end =
            std::find_if(bytes.data() + begin, bytes.data() + bytes.size(), [](char c) { return c != '\0'; });
        at = end - bytes.data();
        if (at - begin >= HoleBytes)
            return begin;
    }
    return -1;
}

std::optional<LogCut> cutAt(Host &host, const QString &path, qint64 offset, const Cancellation &cancellation)
{
    const auto text = host.readFile(path + u".cuts"_s, 0, MostCutsBytes, cancellation);
    if (!text)
        return {};
    for (const LogCut &cut : parseLogCuts(*text)) {
        if (cut.from <= offset && offset < cut.to)
            return cut;
    }
    return {};
}

} // namespace portlight
