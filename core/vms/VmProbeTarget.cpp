// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmProbeTarget.h"

#include "verdict/FailureText.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Emulated on a busy machine a boot takes a minute; three are more than any that will come up.
constexpr std::chrono::minutes longestBoot{3};
constexpr std::chrono::seconds promptToPort{90};
constexpr qint64 tailSize = 128 * 1024;

DesktopTarget targetOf(const Vm &vm)
{
    DesktopTarget target;
    target.transport = DesktopTarget::Transport::WebSocket;
    target.host = vm.machine.address;
    target.port = vm.machine.port;
    target.url.setScheme(u"ws"_s);
    target.url.setHost(vm.machine.address);
    target.url.setPort(vm.machine.port);
    target.url.setPath(u"/websockify"_s);
    target.display = target.url.toString();
    return target;
}

QString whyNotRunning(const Vm &vm)
{
    switch (vm.state) {
    case VmState::Paused:
        return QCoreApplication::translate("VmProbeTarget", "The VM is paused.");
    case VmState::Creating:
        return QCoreApplication::translate("VmProbeTarget", "The VM is being created.");
    case VmState::Failed:
        return vm.note;
    default:
        return vm.note.isEmpty() ? QCoreApplication::translate("VmProbeTarget", "The VM does not run.") : vm.note;
    }
}

QString howToRun(const Vm &vm)
{
    if (vm.state == VmState::Paused)
        return QCoreApplication::translate("VmProbeTarget", "Resume it with “portlight vm resume %1”.")
            .arg(vm.spec.name);
    return QCoreApplication::translate("VmProbeTarget", "Start it with “portlight vm start %1”.").arg(vm.spec.name);
}

} // namespace

VmProbeTarget::VmProbeTarget(HostPointer host, const Vm &vm)
    : m_host(std::move(host))
    , m_store(m_host)
    , m_id(vm.spec.id)
    , m_name(vm.spec.name)
{
}

QString VmProbeTarget::display() const
{
    return m_name;
}

bool VmProbeTarget::isBooting(Host &host, const Vm &vm, const Cancellation &cancellation)
{
    if (vm.state == VmState::Starting)
        return true;
    const auto age = std::chrono::milliseconds(vm.machine.started.msecsTo(QDateTime::currentDateTimeUtc()));
    if (vm.state != VmState::Running || age > longestBoot)
        return false;
    const QString log = vm.machine.consoleLog;
    // The link's target has the size; a short log is read whole.
    const auto bytes = host.readFile(log, 0, 16 * tailSize, cancellation);
    if (!bytes)
        return true;
    const QByteArray tail = bytes->right(tailSize);
    if (tail.contains("END REPORT"))
        return false;
    // The login prompt comes before websockify has bound its port, and an older image has no report.
    return !tail.contains("login: ") || age < promptToPort;
}

Result<ProbeTarget::Location> VmProbeTarget::locate(const Cancellation &cancellation) const
{
    QElapsedTimer timer;
    timer.start();
    const auto vm = m_store.find(m_id, cancellation);
    if (!vm)
        return failure(vm.error());
    Location location;
    location.vm = {Stage::Vm, StageStatus::Passed, std::chrono::milliseconds(timer.elapsed()), vmStateId(vm->state)};
    location.booting = isBooting(*m_host, *vm, cancellation);
    if (vm->state != VmState::Running && vm->state != VmState::Orphaned) {
        location.vm.status = StageStatus::Failed;
        location.failure = stageFailure(Stage::Vm, u"vm.not-running"_s);
        location.failure->summary = whyNotRunning(*vm);
        location.failure->fix = howToRun(*vm);
        location.canChange = vm->state == VmState::Starting || vm->state == VmState::Creating;
        return location;
    }
    if (vm->machine.address.isEmpty() || vm->machine.port == 0) {
        location.address.status = StageStatus::Failed;
        location.failure = stageFailure(Stage::Address, u"vm.no-address"_s);
        return location;
    }
    location.target = targetOf(*vm);
    location.address = {Stage::Address, StageStatus::Passed, {}, location.target->endpoint()};
    return location;
}

} // namespace portlight
