// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"
#include "hosts/LocalHost.h"

#include <QMutex>
#include <QSemaphore>

#include <functional>

namespace portlight {

/// A machine in memory: VMs change state at once, images are built in no time, checks say what the test wants.
class FakeVmService final : public VmService
{
public:
    FakeVmService()
        : m_host(std::make_shared<LocalHost>())
    {
    }

    [[nodiscard]] static Vm makeVm(const QString &id, const QString &name, VmState state)
    {
        Vm vm;
        vm.spec.id = id;
        vm.spec.name = name;
        vm.spec.engine = QStringLiteral("qemu");
        vm.spec.image = QStringLiteral("desktop");
        vm.spec.imageVersion = 3;
        vm.spec.rootDisk = QStringLiteral("/home/me/.local/share/portlight/images/desktop/v3/rootfs.ext4");
        vm.spec.kernel = QStringLiteral("/home/me/.local/share/portlight/images/desktop/v3/vmlinuz");
        vm.spec.bootArguments = QStringLiteral("console=ttyS0 reboot=k panic=1");
        vm.spec.created = QDateTime(QDate(2026, 11, 22), QTime(23, 0), Qt::UTC);
        vm.spec.boots = 1;
        vm.folders.data = QStringLiteral("/home/me/.local/share/portlight/vms/") + id;
        vm.host = QStringLiteral("local");
        setState(vm, state);
        return vm;
    }
    static void setState(Vm &vm, VmState state)
    {
        vm.state = state;
        const bool process = state == VmState::Running || state == VmState::Starting || state == VmState::Paused;
        vm.machine.process = process ? MachineStatus::Process::Running : MachineStatus::Process::None;
        vm.machine.pid = process ? 4121 : 0;
        // Port 1 refuses at once: nothing is really connected to.
        vm.machine.address = process ? QStringLiteral("127.0.0.1") : QString();
        vm.machine.port = process ? 1 : 0;
        vm.machine.accelerator = process ? QStringLiteral("tcg") : QString();
        vm.machine.started = process ? QDateTime::currentDateTimeUtc() : QDateTime();
    }

    // What the test sets and sees; guarded by the mutex while jobs run.
    QMutex mutex;
    QList<Vm> vms;
    QList<Image> imageList;
    QStringList calls;
    HostFacts facts{true, {}, {}, 74'000'000'000, 22'500'000'000, 2};
    std::function<Result<VerifyReport>(const QString &id, const ProbeOptions &, Progress &)> onProbe;
    std::optional<Error> nextError; ///< Of the next change; then forgotten.

    [[nodiscard]] HostPointer host() const override { return m_host; }
    [[nodiscard]] Result<HostFacts> hostFacts(const Cancellation &) override { return facts; }
    [[nodiscard]] Result<QList<Vm>> list(const Cancellation &) override
    {
        const QMutexLocker lock(&mutex);
        return vms;
    }
    [[nodiscard]] Result<Vm> create(const VmRequest &request, Progress &) override
    {
        const QMutexLocker lock(&mutex);
        calls.append(QStringLiteral("create ") + request.name);
        if (nextError)
            return failure(*std::exchange(nextError, std::nullopt));
        vms.append(
            makeVm(QStringLiteral("%1").arg(vms.size() + 1, 12, 16, QLatin1Char('0')), request.name, VmState::Stopped));
        return vms.last();
    }
    [[nodiscard]] Result<Vm> start(const QString &id, Progress &) override
    {
        return change(id, "start", VmState::Running, 1);
    }
    [[nodiscard]] Result<Vm> stop(const QString &id, bool, Progress &) override
    {
        return change(id, "stop", VmState::Stopped);
    }
    [[nodiscard]] Result<Vm> restart(const QString &id, Progress &) override
    {
        return change(id, "restart", VmState::Running, 1);
    }
    [[nodiscard]] Result<Vm> pause(const QString &id, Progress &) override
    {
        return change(id, "pause", VmState::Paused);
    }
    [[nodiscard]] Result<Vm> resume(const QString &id, Progress &) override
    {
        return change(id, "resume", VmState::Running);
    }
    [[nodiscard]] Result<TrashedVm> destroy(const QString &id, Progress &) override
    {
        const QMutexLocker lock(&mutex);
        calls.append(QStringLiteral("destroy ") + id);
        TrashedVm trashed;
        for (qsizetype row = 0; row < vms.size(); ++row) {
            if (vms[row].spec.id == id)
                trashed.spec = vms.takeAt(row).spec;
        }
        return trashed;
    }
    [[nodiscard]] Result<QList<TrashedVm>> trash(const Cancellation &) override { return QList<TrashedVm>(); }
    [[nodiscard]] Result<Vm> undestroy(const QString &id, const QString &, Progress &) override
    {
        return makeVm(id, QStringLiteral("restored"), VmState::Stopped);
    }
    [[nodiscard]] Result<qint64> diskUsage(const Vm &, const Cancellation &) override { return 34'000'000; }
    [[nodiscard]] Result<QList<Image>> images(const Cancellation &) override
    {
        const QMutexLocker lock(&mutex);
        return imageList;
    }
    [[nodiscard]] Result<Image> buildImage(const QString &recipe, Progress &progress) override
    {
        const QMutexLocker lock(&mutex);
        calls.append(QStringLiteral("build ") + recipe);
        if (progress.isCancelled())
            return failure(cancelledError());
        Image image;
        image.name = recipe;
        image.version = 1;
        imageList.append(image);
        return image;
    }
    [[nodiscard]] Result<VerifyReport> probe(const QString &id, const ProbeOptions &options,
                                             Progress &progress) override
    {
        {
            const QMutexLocker lock(&mutex);
            calls.append(QStringLiteral("probe ") + id +
                         (options.input ? QString() : QStringLiteral(" without input")));
        }
        return onProbe ? onProbe(id, options, progress) : Result<VerifyReport>(verifiedReport());
    }

    [[nodiscard]] static VerifyReport verifiedReport()
    {
        VerifyReport report;
        report.isVm = true;
        report.verdict = Verdict::Verified;
        report.elapsed = std::chrono::milliseconds(16'400);
        const auto passed = [&report](Stage stage, int time, const QString &detail) {
            report.setStage({stage, StageStatus::Passed, std::chrono::milliseconds(time), detail});
        };
        passed(Stage::Vm, 1, QStringLiteral("pid 4121"));
        passed(Stage::Address, 0, QStringLiteral("127.0.0.1:34567"));
        passed(Stage::Tcp, 1, QStringLiteral("127.0.0.1:34567"));
        passed(Stage::Http, 5, QStringLiteral("noVNC"));
        passed(Stage::Websocket, 8, QStringLiteral("binary"));
        passed(Stage::RfbVersion, 3, QStringLiteral("RFB 003.008"));
        passed(Stage::RfbSecurity, 2, QStringLiteral("None"));
        passed(Stage::RfbInit, 3, QStringLiteral("browser-vm:1"));
        passed(Stage::Framebuffer, 12, QStringLiteral("1280×800"));
        passed(Stage::Picture, 6, QStringLiteral("231 colours"));
        report.desktop = DesktopFacts{QStringLiteral("browser-vm:1"), 1280, 800, false, 231, {}};
        return report;
    }
    [[nodiscard]] static VerifyReport failedReport(Verdict verdict, Stage stage, const QString &id,
                                                   const QString &summary)
    {
        VerifyReport report;
        report.isVm = true;
        report.verdict = verdict;
        report.setStage(
            {Stage::Tcp, StageStatus::Passed, std::chrono::milliseconds(1), QStringLiteral("127.0.0.1:34567")});
        report.setStage({stage, StageStatus::Failed, std::chrono::milliseconds(40), summary});
        report.failure = StageFailure{stage, id, summary, QStringLiteral("Look at the console.")};
        return report;
    }

private:
    Result<Vm> change(const QString &id, const char *what, VmState state, int moreBoots = 0)
    {
        const QMutexLocker lock(&mutex);
        calls.append(QLatin1String(what) + QLatin1Char(' ') + id);
        if (nextError)
            return failure(*std::exchange(nextError, std::nullopt));
        for (Vm &vm : vms) {
            if (vm.spec.id != id)
                continue;
            vm.spec.boots += moreBoots;
            setState(vm, state);
            return vm;
        }
        return failure(ErrorKind::Usage, QStringLiteral("vm.unknown"), QStringLiteral("There is no such VM."));
    }

    HostPointer m_host;
};

} // namespace portlight
