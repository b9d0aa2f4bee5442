// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QemuEngine.h"

#include "engines/qemu/MachineRecord.h"
#include "engines/qemu/QemuArguments.h"
#include "engines/qemu/QemuProcess.h"
#include "engines/qemu/QmpClient.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::chrono::seconds controlTime{3};

Error missingTool(const QString &tool, const QString &package)
{
    return {ErrorKind::Unreachable,
            u"engine.missing-tool"_s,
            QCoreApplication::translate("QemuEngine", "The program %1 is not installed.").arg(tool),
            QCoreApplication::translate("QemuEngine", "Install the package %1.").arg(package),
            {}};
}

Result<QJsonObject> control(Host &host, const VmFolders &folders, const QString &command,
                            const Cancellation &cancellation)
{
    const QDeadlineTimer deadline(controlTime);
    auto client = QmpClient::connect(host, qemu::controlSocket(folders), deadline, cancellation);
    if (!client)
        return failure(client.error());
    return client->execute(command, deadline, cancellation);
}

/// So long after the start the control socket may be missing.
bool isYoung(const MachineRecord &record)
{
    return record.started.secsTo(QDateTime::currentDateTimeUtc()) < 10;
}

MachineStatus::Process processState(const QJsonObject &answer)
{
    const QString state = answer.value(u"status").toString();
    const bool paused = state == u"paused" || state == u"suspended";
    return paused ? MachineStatus::Process::Paused : MachineStatus::Process::Running;
}

} // namespace

QString QemuEngine::id() const
{
    return u"qemu"_s;
}

Result<void> QemuEngine::checkHost(Host &host, const Cancellation &cancellation) const
{
    for (const auto &[tool, package] : {std::pair{QString::fromLatin1(qemuProgram), u"qemu-system-x86"_s},
                                        std::pair{u"qemu-img"_s, u"qemu-utils"_s}}) {
        const auto answer = host.run({.program = tool, .arguments = {u"--version"_s}}, cancellation);
        if (!answer && answer.error().id == u"command.missing")
            return failure(missingTool(tool, package));
        if (!answer)
            return failure(answer.error());
    }
    return {};
}

Result<void> QemuEngine::makeDisk(Host &host, const VmSpec &spec, const VmFolders &folders,
                                  const Cancellation &cancellation) const
{
    Command command;
    command.program = u"qemu-img"_s;
    command.arguments = QStringList{u"create"_s, u"-q"_s, u"-f"_s,       u"qcow2"_s,         u"-F"_s,
                                    u"raw"_s,    u"-b"_s, spec.rootDisk, qemu::disk(folders)};
    const auto made = host.run(command, cancellation);
    if (!made && made.error().id == u"command.missing")
        return failure(missingTool(command.program, u"qemu-utils"_s));
    if (!made)
        return failure(made.error());
    if (!made->succeeded())
        return failure(
            made->errors.contains("No space left") ? ErrorKind::Unreachable : ErrorKind::Failed,
            u"engine.disk-failed"_s, QCoreApplication::translate("QemuEngine", "The disk of the VM could not be made."),
            QCoreApplication::translate("QemuEngine", "Check that the image is there and the disk has room."),
            made->complaint());
    return {};
}

Result<MachineStatus> QemuEngine::status(Host &host, const VmSpec &spec, const VmFolders &folders,
                                         const Cancellation &cancellation) const
{
    MachineStatus status;
    const auto record = MachineRecord::read(host, folders, cancellation);
    if (!record)
        return status;
    status.consoleLog = qemu::consoleLink(folders);
    status.started = record->started;
    status.pid = qemu::runningPid(host, folders, cancellation);
    if (status.pid == 0) {
        status.exitCode = qemu::processOf(spec, folders).exitCode(host, cancellation);
        return status;
    }
    status.address = u"127.0.0.1"_s;
    status.port = record->port;
    status.openToOtherUsers = true;
    status.accelerator = record->accelerator;
    status.acceleratorNote = record->acceleratorNote;
    status.consoleSocket = qemu::consoleSocket(folders);
    const auto answer = control(host, folders, u"query-status"_s, cancellation);
    if (answer)
        status.process = processState(*answer);
    else if (answer.error().kind == ErrorKind::Cancelled)
        return failure(answer.error());
    else // the socket is not there yet, or somebody else is talking, or the process is about to be gone
        status.process = answer.error().id == u"connect.refused" && isYoung(*record) ? MachineStatus::Process::Starting
                                                                                     : MachineStatus::Process::Running;
    return status;
}

Result<void> QemuEngine::pause(Host &host, const VmSpec &, const VmFolders &folders,
                               const Cancellation &cancellation) const
{
    const auto answer = control(host, folders, u"stop"_s, cancellation);
    return answer ? Result<void>{} : failure(answer.error());
}

Result<void> QemuEngine::resume(Host &host, const VmSpec &, const VmFolders &folders,
                                const Cancellation &cancellation) const
{
    const auto answer = control(host, folders, u"cont"_s, cancellation);
    return answer ? Result<void>{} : failure(answer.error());
}

} // namespace portlight
