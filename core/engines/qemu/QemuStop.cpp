// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/MachineRecord.h"
#include "engines/qemu/QemuEngine.h"
#include "engines/qemu/QemuProcess.h"
#include "engines/qemu/QmpClient.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::chrono::seconds controlTime{3};

Result<void> tell(Host &host, const VmFolders &folders, const QStringList &commands, const Cancellation &cancellation)
{
    const QDeadlineTimer deadline(controlTime);
    auto client = QmpClient::connect(host, qemu::controlSocket(folders), deadline, cancellation);
    if (!client)
        return failure(client.error());
    for (const QString &command : commands) {
        if (auto answer = client->execute(command, deadline, cancellation); !answer)
            return failure(answer.error());
    }
    return {};
}

/// Presses the power button, again and again: before its login manager is up a guest does not notice. A paused guest
/// has to run to notice at all.
Result<bool> askGuest(Host &host, const VmFolders &folders, const StopOptions &options, Progress &progress)
{
    progress.setDetail(QCoreApplication::translate("QemuEngine", "waiting for the guest to shut down"));
    const Cancellation &cancellation = progress.cancellation();
    const QDeadlineTimer deadline(options.patience);
    do {
        const auto told = tell(host, folders, {u"cont"_s, u"system_powerdown"_s}, cancellation);
        if (!told && told.error().kind == ErrorKind::Cancelled)
            return failure(told.error());
        const QDeadlineTimer again(qMin<qint64>(deadline.remainingTime(), 5000));
        auto gone = qemu::waitUntilGone(host, folders, again, cancellation);
        if (!gone || *gone)
            return gone;
    } while (!deadline.hasExpired());
    return false;
}

/// The supervisor writes down the exit code a moment after the process has ended, and nothing after that.
void waitForSupervisor(Host &host, const VmSpec &spec, const VmFolders &folders)
{
    const Cancellation never;
    const DetachedProcess process = qemu::processOf(spec, folders);
    const QDeadlineTimer deadline(controlTime);
    while (!process.exitCode(host, never) && !deadline.hasExpired() && never.sleep(std::chrono::milliseconds(10))) {
    }
}

Result<StopMethod> endMachine(Host &host, const VmFolders &folders, const StopOptions &options, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    if (qemu::runningPid(host, folders, cancellation) == 0)
        return StopMethod::WasNotRunning;
    if (!options.force) {
        const auto down = askGuest(host, folders, options, progress);
        if (!down)
            return failure(down.error());
        if (*down)
            return StopMethod::GuestShutDown;
    }
    progress.setDetail(QCoreApplication::translate("QemuEngine", "ending the process"));
    if (tell(host, folders, {u"quit"_s}, cancellation)) {
        const auto gone = qemu::waitUntilGone(host, folders, QDeadlineTimer(controlTime), cancellation);
        if (!gone)
            return failure(gone.error());
        if (*gone)
            return StopMethod::Quit;
    }
    return qemu::killProcess(host, folders);
}

} // namespace

Result<StopMethod> QemuEngine::stop(Host &host, const VmSpec &spec, const VmFolders &folders,
                                    const StopOptions &options, Progress &progress) const
{
    auto method = endMachine(host, folders, options, progress);
    if (method && *method != StopMethod::WasNotRunning)
        waitForSupervisor(host, spec, folders);
    return method;
}

} // namespace portlight
