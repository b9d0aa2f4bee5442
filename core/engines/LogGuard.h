// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace portlight {

/// How much of a log is kept on the disk, in bytes.
struct LogLimits
{
    qint64 head = qint64(16) * 1024 * 1024; ///< Of its beginning: how the guest booted.
    qint64 tail = qint64(48) * 1024 * 1024; ///< Of its end: what it does now.
};

/// A log that must not grow without limit.
struct GuardedLog
{
    QString name; ///< Letters, digits, dots and dashes; a file in the guard's folder.
    LogLimits limits;
};

/// Keeps logs within their limits for as long as a process runs, whatever writes them and whether Portlight runs or
/// not: a small POSIX shell loop beside that process. What stands between head and tail is punched out of the file
/// (fallocate(1)), so that the offsets of the rest stay true; "<name>.cuts" beside the log says what is gone, as
/// "<from> <to>" in bytes. Where nothing can be punched (no fallocate, a file system without holes), the log is emptied
/// and begins anew; its writer must append (O_APPEND).
///
/// On the disk is never more than head + tail + Slack(tail) + what is written between two looks: two seconds, or a
/// fifth of one in a flood.
namespace LogGuard {

/// For `sh -c`; its parameters are a name for messages and words().
[[nodiscard]] QString script();

/// `process` is the id of the process to wait for, as text; empty for a single look.
[[nodiscard]] QStringList words(const QString &process, const QString &folder, const QList<GuardedLog> &logs);

/// How far a log may be above its limits before something is cut: not every line is worth a hole.
[[nodiscard]] constexpr qint64 slack(const LogLimits &limits)
{
    return limits.tail / 16 + 2 * 4096;
}

} // namespace LogGuard

} // namespace portlight
