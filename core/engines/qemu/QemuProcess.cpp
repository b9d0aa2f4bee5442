// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QemuProcess.h"

#include "engines/qemu/MachineRecord.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portlight::qemu {

DetachedProcess processOf(const VmSpec &spec, const VmFolders &folders)
{
    // A unit that has just ended may not be forgotten yet when the next attempt starts.
    const quint32 attempt = QRandomGenerator::global()->generate();
    return {folders.runtime,
            u"vmm"_s,
            u"portlight-vm-%1-%2-%3"_s.arg(spec.id).arg(spec.boots).arg(attempt, 0, 16),
            {{qemu::consoleLog(folders, spec.boots).section(u'/', -1), {}}}};
}

qint64 runningPid(Host &host, const VmFolders &folders, const Cancellation &cancellation)
{
    const auto text = host.readFile(pidFile(folders), 0, 32, cancellation);
    const qint64 pid = text ? text->trimmed().toLongLong() : 0;
    return processRuns(host, pid, pidFile(folders), cancellation) ? pid : 0;
}

Result<bool> waitUntilGone(Host &host, const VmFolders &folders, QDeadlineTimer deadline,
                           const Cancellation &cancellation)
{
    while (runningPid(host, folders, cancellation) != 0) {
        if (deadline.hasExpired())
            return false;
        if (!cancellation.sleep(std::chrono::milliseconds(50)))
            return failure(cancelledError());
    }
    return true;
}

Result<StopMethod> killProcess(Host &host, const VmFolders &folders)
{
    const Cancellation never;
    for (const auto &[signal, method] :
         {std::pair{u"-TERM"_s, StopMethod::Terminated}, std::pair{u"-KILL"_s, StopMethod::Killed}}) {
        const qint64 pid = runningPid(host, folders, never);
        if (pid == 0)
            return StopMethod::WasNotRunning;
        (void)host.run({.program = u"kill"_s, .arguments = {signal, QString::number(pid)}}, never);
        const auto gone = waitUntilGone(host, folders, QDeadlineTimer(std::chrono::seconds(5)), never);
        if (gone && *gone)
            return method;
    }
    return failure(
        ErrorKind::Failed, u"engine.stop-failed"_s,
        QCoreApplication::translate("QemuEngine", "The VM's process does not end."),
        QCoreApplication::translate("QemuEngine", "Look at its state with “ps”; it may hang in the kernel."));
}

} // namespace portlight::qemu
