// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "hosts/Host.h"

#include <QString>

namespace portlight {

/// How many console files of a VM are kept.
struct ConsoleLogLimits
{
    int boots = 20;
    qint64 bytes = qint64(96) * 1024 * 1024; ///< On the disk, all boots together; the newest is kept however large.
};

/// Removes the oldest console files ("serial-console-<boot>.log" and what lies beside them) from a folder until the
/// rest is within the limits. No folder is fine.
[[nodiscard]] Result<void> pruneConsoleLogs(Host &host, const QString &folder, const ConsoleLogLimits &limits,
                                            const Cancellation &cancellation);

/// The path of the newest boot's console file in a folder; empty when there is none.
[[nodiscard]] QString newestConsoleLog(Host &host, const QString &folder, const Cancellation &cancellation);

} // namespace portlight
