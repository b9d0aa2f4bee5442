// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/ConsoleLogs.h"
#include "engines/qemu/KvmCheck.h"
#include "engines/qemu/MachineRecord.h"
#include "engines/qemu/QemuArguments.h"
#include "engines/qemu/QemuEngine.h"
#include "engines/qemu/QemuProcess.h"
#include "engines/qemu/QmpClient.h"
#include "engines/qemu/TscFrequency.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::chrono::seconds startTime{20};
constexpr std::chrono::seconds pidTime{10};
constexpr int portAttempts = 8;
/// Below the range that Linux hands out by itself (32768 and up), above the well-known services.
constexpr int firstPort = 21000;
constexpr int lastPort = 32000;
/// sun_path of a Unix socket holds 107 bytes and a zero.
constexpr qsizetype longestSocketPath = 107;

Error startFailed(const QString &complaint)
{
    if (complaint.contains(u"guest memory"_s) || complaint.contains(u"Cannot allocate memory"_s))
        return {ErrorKind::Unreachable, u"engine.no-memory"_s,
                QCoreApplication::translate("QemuEngine", "This host has not got the memory that the VM wants."),
                QCoreApplication::translate("QemuEngine", "Give it less, or stop something else."), complaint};
    return {ErrorKind::Failed, u"engine.start-failed"_s,
            QCoreApplication::translate("QemuEngine", "QEMU ended right after it was started."),
            QCoreApplication::translate("QemuEngine", "Its own words follow."), complaint};
}

/// One start on one port.
class Attempt
{
public:
    Attempt(Host &host, const VmSpec &spec, const VmFolders &folders, const MachineRecord &record,
            const Cancellation &cancellation)
        : m_host(host)
        , m_spec(spec)
        , m_folders(folders)
        , m_record(record)
        , m_cancellation(cancellation)
        , m_process(qemu::processOf(spec, folders))
    {
    }

    Result<void> run()
    {
        for (const QString &old :
             {qemu::pidFile(m_folders), qemu::controlSocket(m_folders), qemu::consoleSocket(m_folders)}) {
            if (auto removed = m_host.removeTree(old, m_cancellation); !removed)
                return removed;
        }
        if (auto written = m_record.write(m_host, m_folders, m_cancellation); !written)
            return written;
        // Not to be interrupted between the start and knowing of it: nobody would end the process then.
        const Cancellation never;
        if (auto started = m_process.start(m_host, QString::fromLatin1(qemuProgram),
                                           qemuArguments(m_spec, m_folders, m_record), never);
            !started)
            return started;
        auto running = waitUntilRunning();
        if (!running)
            end();
        return running;
    }

private:
    /// QEMU is known by its process id, which it writes a moment after it was started.
    void end()
    {
        const Cancellation never;
        const QDeadlineTimer deadline(pidTime);
        while (!m_process.exitCode(m_host, never) && qemu::runningPid(m_host, m_folders, never) == 0 &&
               !deadline.hasExpired() && never.sleep(std::chrono::milliseconds(20))) {
        }
        (void)qemu::killProcess(m_host, m_folders);
    }

    Result<void> waitUntilRunning()
    {
        const QDeadlineTimer deadline(startTime);
        while (!deadline.hasExpired()) {
            const auto client = QmpClient::connect(m_host, qemu::controlSocket(m_folders), deadline, m_cancellation);
            if (client)
                return {};
            if (client.error().kind == ErrorKind::Cancelled)
                return failure(client.error());
            if (m_process.exitCode(m_host, m_cancellation))
                return failure(startFailed(m_process.complaint(m_host, m_cancellation)));
            if (!m_cancellation.sleep(std::chrono::milliseconds(20)))
                return failure(cancelledError());
        }
        return failure(ErrorKind::Failed, u"engine.start-failed"_s,
                       QCoreApplication::translate("QemuEngine", "QEMU was started and does not answer."), {},
                       m_process.complaint(m_host, m_cancellation));
    }

    Host &m_host;
    const VmSpec &m_spec;
    const VmFolders &m_folders;
    const MachineRecord &m_record;
    const Cancellation &m_cancellation;
    const DetachedProcess m_process;
};

bool portWasTaken(const Error &error)
{
    return error.id == u"engine.start-failed" && error.detail.contains(u"host forwarding"_s);
}

/// The console file is there from the first moment, so that a follower finds it. A guest that reboots again and again
/// must not fill the disk with old ones.
Result<void> makeConsoleLog(Host &host, const VmFolders &folders, int boot, const Cancellation &cancellation)
{
    if (auto pruned = pruneConsoleLogs(host, folders.runtime, {}, cancellation); !pruned)
        return pruned;
    const QString log = qemu::consoleLog(folders, boot);
    if (auto removed = host.removeTree(log + u".cuts"_s, cancellation); !removed)
        return removed;
    if (auto made = host.writeFile(log, {}, 0600, cancellation); !made)
        return made;
    return host.link(u"serial-console-%1.log"_s.arg(boot), qemu::consoleLink(folders), cancellation);
}

Result<void> startOnFreePort(Host &host, const VmSpec &spec, const VmFolders &folders, MachineRecord record,
                             const Cancellation &cancellation)
{
    for (int attempt = 1;; ++attempt) {
        record.port = static_cast<quint16>(QRandomGenerator::system()->bounded(firstPort, lastPort));
        record.started = QDateTime::currentDateTimeUtc();
        auto started = Attempt(host, spec, folders, record, cancellation).run();
        if (started)
            return started;
        if (!portWasTaken(started.error()) || attempt == portAttempts)
            return started;
    }
}

} // namespace

Result<MachineStatus> QemuEngine::start(Host &host, const VmSpec &spec, const VmFolders &folders,
                                        Progress &progress) const
{
    const Cancellation &cancellation = progress.cancellation();
    if (qemu::controlSocket(folders).toUtf8().size() > longestSocketPath ||
        qemu::consoleSocket(folders).toUtf8().size() > longestSocketPath)
        return failure(ErrorKind::Usage, u"engine.path-too-long"_s,
                       QCoreApplication::translate("QemuEngine", "The path %1 is too long for a Unix socket.")
                           .arg(folders.runtime),
                       QCoreApplication::translate("QemuEngine",
                                                   "Choose a shorter folder with PORTLIGHT_HOME or XDG_RUNTIME_DIR."));
    if (auto ready = checkHost(host, cancellation); !ready)
        return failure(ready.error());
    const auto accelerator = chooseAccelerator(host, spec.kernel, cancellation);
    if (!accelerator)
        return failure(accelerator.error());
    if (auto made = makeConsoleLog(host, folders, spec.boots, cancellation); !made)
        return failure(made.error());
    MachineRecord record;
    record.boot = spec.boots;
    record.accelerator = accelerator->id;
    record.acceleratorNote = accelerator->note;
    if (record.accelerator != u"kvm") {
        const auto frequency = tscKiloHertz(host, cancellation);
        if (!frequency)
            return failure(frequency.error());
        record.tscKiloHertz = *frequency;
    }
    if (auto started = startOnFreePort(host, spec, folders, record, cancellation); !started)
        return failure(started.error());
    // It runs: an interruption that comes now is too late.
    return status(host, spec, folders, Cancellation());
}

} // namespace portlight
