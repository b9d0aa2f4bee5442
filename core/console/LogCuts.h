// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "hosts/Host.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace portlight {

/// What was taken out of the middle of a log that had grown too large: bytes [from, to) are a hole.
struct LogCut
{
    qint64 from = 0;
    qint64 to = 0;
};

/// Reads the file that stands beside a log which was cut ("<log>.cuts", one line "<from> <to>" for each cut, decimal).
/// Lines that are no cut are left out; a few hundred at most are read.
[[nodiscard]] std::vector<LogCut> parseLogCuts(QByteArrayView text);

/// Where in `bytes` a hole seems to begin: a long run of NULs. -1: nowhere.
[[nodiscard]] qsizetype findHole(QByteArrayView bytes);

/// The cut of the log `path` that byte `offset` lies in, if there is one.
[[nodiscard]] std::optional<LogCut> cutAt(Host &host, const QString &path, qint64 offset,
                                          const Cancellation &cancellation);

} // namespace portlight
