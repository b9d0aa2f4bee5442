// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/FleetController.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto pollInterval = 2s;
constexpr auto automaticPatience = 120s;
constexpr auto askedPatience = 15s;
constexpr auto watchedWithin = 10s;

QString probeKey(const QString &id)
{
    return u"probe/"_s + id;
}

} // namespace

FleetController::FleetController(VmServicePointer service, JobRunner &jobs, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_jobs(jobs)
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &FleetController::refresh);
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, &m_model, &VmListModel::refreshTimes);
}

void FleetController::start()
{
    m_poll.start();
    m_clock.start();
    refresh();
}

void FleetController::refresh()
{
    // One look at a time; what was asked for meanwhile is one more look afterwards.
    if (m_listing) {
        m_listAgain = true;
        return;
    }
    m_listing = true;
    m_jobs.run<QList<Vm>>(
        {tr("Looking at the VMs"), {}, true},
        [service = m_service](Progress &progress) { return service->list(progress.cancellation()); }, this,
        [this](const Result<QList<Vm>> &vms) { takeListing(vms); });
}

void FleetController::takeListing(const Result<QList<Vm>> &vms)
{
    m_listing = false;
    m_listed = true;
    if (vms) {
        m_model.setVms(*vms);
        Q_EMIT listingProblem({});
        Q_EMIT listed();
        probeNewcomers();
    } else if (vms.error().kind != ErrorKind::Cancelled) {
        Q_EMIT listingProblem(vms.error().text());
    }
    if (std::exchange(m_listAgain, false))
        refresh();
}

void FleetController::probeNewcomers()
{
    QStringList newcomers;
    for (const VmEntry &entry : m_model.entries()) {
        const bool runs = entry.vm.state == VmState::Running || entry.vm.state == VmState::Starting;
        if (runs && !isBusy(entry.vm.spec.id) && m_probedBoots.value(entry.vm.spec.id, -1) != entry.vm.spec.boots)
            newcomers.append(entry.vm.spec.id);
    }
    for (const QString &id : newcomers)
        probe(id, true);
}

void FleetController::probe(const QString &id, bool automatic)
{
    const VmEntry *entry = m_model.entry(id);
    if (entry == nullptr)
        return;
    const Vm vm = entry->vm;
    m_probedBoots[id] = vm.spec.boots;
    ProbeOptions options;
    options.timeout = automatic ? automaticPatience : askedPatience;
    options.input = m_viewed != id;
    m_model.setProbing(id, true);
    const QDateTime begun = QDateTime::currentDateTimeUtc();
    Job *job = m_jobs.run<VerifyReport>(
        {tr("Verifying %1").arg(vm.spec.name), probeKey(id), automatic},
        [service = m_service, id, options](Progress &progress) { return service->probe(id, options, progress); }, this,
        [this, vm, begun](const Result<VerifyReport> &report) { probeEnded(vm, begun, report); });
    connect(job, &Job::progressed, this, [this, job, id] {
        const Progress::Report &report = job->report();
        // Between two tries the detail is a whole sentence about the last one: too long for the line of facts.
        if (job->isRunning() && !report.detail.endsWith(u'.'))
            m_model.setProbing(id, true, report.detail.isEmpty() ? report.title : tr("trying: %1").arg(report.detail));
    });
}

void FleetController::verifySeen(const QString &id)
{
    const VmEntry *entry = m_model.entry(id);
    if (entry != nullptr && !entry->probing && !isBusy(id) && !(entry->report && entry->report->isVerified()))
        probe(id, true);
}

void FleetController::probeEnded(const Vm &vm, const QDateTime &begun, const Result<VerifyReport> &report)
{
    m_model.setProbing(vm.spec.id, false);
    if (!report)
        return;
    m_model.setReport(vm.spec.id, vm.spec.boots, *report, QDateTime::currentDateTimeUtc());
    if (!report->isVerified())
        return;
    rememberBootTime(vm.spec.id, begun);
    Q_EMIT vmVerified(vm.spec.id);
}

/// Only a start that was watched from its beginning tells how long the guest takes.
void FleetController::rememberBootTime(const QString &id, const QDateTime &begun)
{
    const VmEntry *entry = m_model.entry(id);
    if (entry == nullptr || entry->bootTime || !entry->vm.machine.started.isValid())
        return;
    const QDateTime &started = entry->vm.machine.started;
    if (started.msecsTo(begun) < std::chrono::milliseconds(watchedWithin).count())
        m_model.setBootTime(id, std::chrono::milliseconds(started.msecsTo(entry->verifiedAt)));
}

QString FleetController::nameOf(const QString &id) const
{
    const VmEntry *entry = m_model.entry(id);
    return entry != nullptr ? entry->vm.spec.name : id;
}

void FleetController::setBusy(const QString &id, bool busy)
{
    if (busy)
        m_busy.insert(id);
    else
        m_busy.remove(id);
    Q_EMIT busyChanged(id);
}

void FleetController::changed(const Vm &vm)
{
    m_model.updateVm(vm);
    probeNewcomers();
}

template <typename T>
void FleetController::change(const QString &id, const QString &title, JobRunner::Work<T> work)
{
    // What a check under way finds is about a VM that is being changed; a running one is checked anew afterwards.
    m_jobs.cancel(probeKey(id));
    m_probedBoots.remove(id);
    m_model.setProbing(id, false);
    setBusy(id, true);
    m_jobs.run<T>({title, u"change/"_s + id, false}, std::move(work), this, [this, id](const Result<T> &result) {
        setBusy(id, false);
        if constexpr (std::is_same_v<T, Vm>) {
            if (result)
                changed(*result);
        }
        refresh();
    });
}

void FleetController::act(VmAction action, const QString &id)
{
    if (id.isEmpty() || isBusy(id))
        return;
    const QString name = nameOf(id);
    const auto service = m_service;
    switch (action) {
    case VmAction::Verify:
        probe(id, false);
        break;
    case VmAction::Start:
        change<Vm>(id, tr("Starting %1").arg(name), [service, id](Progress &p) { return service->start(id, p); });
        break;
    case VmAction::Stop:
        change<Vm>(id, tr("Stopping %1").arg(name), [service, id](Progress &p) { return service->stop(id, false, p); });
        break;
    case VmAction::Restart:
        change<Vm>(id, tr("Restarting %1").arg(name), [service, id](Progress &p) { return service->restart(id, p); });
        break;
    case VmAction::Pause:
        change<Vm>(id, tr("Pausing %1").arg(name), [service, id](Progress &p) { return service->pause(id, p); });
        break;
    case VmAction::Resume:
        change<Vm>(id, tr("Resuming %1").arg(name), [service, id](Progress &p) { return service->resume(id, p); });
        break;
    case VmAction::Destroy:
        change<TrashedVm>(id, tr("Destroying %1").arg(name),
                          [service, id](Progress &p) { return service->destroy(id, p); });
        break;
    }
}

void FleetController::appeared(const Result<Vm> &vm)
{
    if (vm) {
        changed(*vm);
        Q_EMIT vmCreated(vm->spec.id);
    }
    refresh();
}

void FleetController::make(const MakeRun::Plan &plan)
{
    m_jobs.run<Vm>(
        {tr("Creating %1").arg(plan.request.name), {}, false},
        [service = m_service, plan](Progress &progress) { return MakeRun::run(*service, plan, progress); }, this,
        [this](const Result<Vm> &vm) { appeared(vm); });
}

void FleetController::undestroy(const TrashedVm &vm, const QString &newName)
{
    m_jobs.run<Vm>(
        {tr("Restoring %1").arg(vm.spec.name), {}, false},
        [service = m_service, id = vm.spec.id, newName](Progress &progress) {
            return service->undestroy(id, newName, progress);
        },
        this, [this](const Result<Vm> &restored) { appeared(restored); });
}

void FleetController::runDemo()
{
    if (m_demoRunning)
        return;
    m_demoRunning = true;
    Q_EMIT demoRunningChanged(true);
    m_jobs.run<Vm>(
        {tr("Trying the demo"), {}, false},
        [service = m_service](Progress &progress) { return MakeRun::demo(*service, progress); }, this,
        [this](const Result<Vm> &vm) {
            m_demoRunning = false;
            Q_EMIT demoRunningChanged(false);
            appeared(vm);
        });
}

} // namespace portlight
