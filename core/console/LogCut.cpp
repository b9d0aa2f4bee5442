// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LogCut.h"

namespace portlight {

using namespace Qt::Literals::StringLiterals;

LogCut readLogCut(Host &host, const QString &log, const Cancellation &cancellation)
{
    constexpr qint64 longestNote = 64;
    const auto note = host.readFile(log + u".cuts"_s, 0, longestNote, cancellation);
    if (!note)
        return {};
    const QList<QByteArray> words = note->trimmed().split(' ');
    bool hasFrom = false;
    bool hasTo = false;
    const LogCut cut{words.value(0).toLongLong(&hasFrom), words.value(1).toLongLong(&hasTo)};
    if (words.size() != 2 || !hasFrom || !hasTo || cut.from < 0 || cut.isEmpty())
        return {};
    const auto status = host.status(log, cancellation);
    return status && cut.to <= status->size ? cut : LogCut();
}

} // namespace portlight
