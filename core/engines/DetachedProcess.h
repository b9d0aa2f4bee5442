// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "engines/LogGuard.h"
#include "hosts/Host.h"

#include <optional>

namespace portlight {

/// A process on a host that outlives Portlight: a transient systemd unit where systemd runs, else a session of its own.
/// Its files in `folder`: "<name>.log" (standard output and error of the program itself) and "<name>.exit" (its exit
/// code, once it has ended). Logs are kept within limits by a LogGuard that runs in the same unit or session.
class DetachedProcess
{
public:
    /// Of what the program itself prints.
    static constexpr LogLimits OwnLogLimits{qint64(1024) * 1024, qint64(3) * 1024 * 1024};

    /// `unit` names the systemd unit; letters, digits and dashes. `logs` are files in `folder` that the process writes
    /// beside its own log.
    DetachedProcess(QString folder, QString name, QString unit, QList<GuardedLog> logs = {});

    [[nodiscard]] Result<void> start(Host &host, const QString &program, const QStringList &arguments,
                                     const Cancellation &cancellation) const;
    /// Nothing while it runs, and when it was ended together with its supervisor (the host went down).
    [[nodiscard]] std::optional<int> exitCode(Host &host, const Cancellation &cancellation) const;
    /// The end of its log.
    [[nodiscard]] QString complaint(Host &host, const Cancellation &cancellation) const;

    [[nodiscard]] QString logPath() const;

private:
    [[nodiscard]] QString exitPath() const;

    QString m_folder;
    QString m_name;
    QString m_unit;
    QList<GuardedLog> m_logs;
};

/// True when `pid` runs and its command line contains `mark`, a path that only this process has in it; a process id
/// that was given to another program meanwhile is thus told apart.
[[nodiscard]] bool processRuns(Host &host, qint64 pid, const QString &mark, const Cancellation &cancellation);

} // namespace portlight
