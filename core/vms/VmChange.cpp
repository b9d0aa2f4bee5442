// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmChange.h"

#include "engines/EngineRegistry.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

Error wrongState(const VmSpec &spec, const QString &why)
{
    return {ErrorKind::Failed,
            u"vm.state"_s,
            QCoreApplication::translate("VmLifecycle", "%1: %2").arg(spec.name, why),
            {},
            {}};
}

} // namespace

Result<VmChange> VmChange::begin(HostPointer host, const VmStore &store, const QString &id,
                                 const Cancellation &cancellation)
{
    VmChange change(std::move(host), store);
    auto lock = store.lock(id, cancellation);
    if (!lock)
        return failure(lock.error());
    change.m_lock = *std::move(lock);
    auto spec = store.read(id, cancellation);
    if (!spec && spec.error().id == u"file.missing")
        return failure(ErrorKind::Usage, u"vm.unknown"_s,
                       QCoreApplication::translate("VmLifecycle", "There is no VM %1.").arg(id));
    if (!spec)
        return failure(spec.error());
    change.m_spec = *std::move(spec);
    if (change.m_spec.creating)
        return failure(wrongState(
            change.m_spec,
            QCoreApplication::translate("VmLifecycle", "its creation was interrupted. Destroy it to clean up.")));
    auto engine = engineById(change.m_spec.engine);
    if (!engine)
        return failure(engine.error());
    change.m_engine = *std::move(engine);
    auto folders = store.foldersOf(id, cancellation);
    if (!folders)
        return failure(folders.error());
    change.m_folders = *std::move(folders);
    return change;
}

Result<void> VmChange::want(bool wanted, const Cancellation &cancellation)
{
    m_spec.wanted = wanted;
    return m_store->write(m_spec, cancellation);
}

Result<Vm> VmChange::look(const Cancellation &cancellation) const
{
    return m_store->look(m_spec, cancellation);
}

Result<Vm> VmChange::start(Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    const auto before = m_engine->status(*m_host, m_spec, m_folders, cancellation);
    if (!before)
        return failure(before.error());
    if (before->process != MachineStatus::Process::None)
        return failure(wrongState(m_spec, QCoreApplication::translate("VmLifecycle", "it runs already.")));
    if (auto made = m_host->makeFolder(m_folders.runtime, 0700, cancellation); !made)
        return failure(made.error());
    ++m_spec.boots;
    if (auto written = want(true, cancellation); !written)
        return failure(written.error());
    auto started = m_engine->start(*m_host, m_spec, m_folders, progress);
    if (!started) {
        const Cancellation never;
        (void)want(false, never);
        return failure(started.error());
    }
    return look(Cancellation()); // it runs: an interruption that comes now is too late
}

Result<StopMethod> VmChange::stop(const StopOptions &options, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    const auto written = want(false, cancellation);
    if (!written && written.error().kind == ErrorKind::Cancelled)
        return failure(written.error());
    // A full disk must not keep a VM running.
    auto method = m_engine->stop(*m_host, m_spec, m_folders, options, progress);
    if (!method) {
        const Cancellation never;
        const auto now = m_engine->status(*m_host, m_spec, m_folders, never);
        if (now && now->process != MachineStatus::Process::None)
            (void)want(true, never);
    }
    return method;
}

Result<void> VmChange::requireState(MachineStatus::Process wanted, const Cancellation &cancellation) const
{
    const auto now = m_engine->status(*m_host, m_spec, m_folders, cancellation);
    if (!now)
        return failure(now.error());
    if (now->process == wanted)
        return {};
    return failure(wrongState(m_spec, now->process == MachineStatus::Process::None
                                          ? QCoreApplication::translate("VmLifecycle", "it does not run.")
                                      : now->process == MachineStatus::Process::Paused
                                          ? QCoreApplication::translate("VmLifecycle", "it is paused already.")
                                          : QCoreApplication::translate("VmLifecycle", "it is not paused.")));
}

Result<Vm> VmChange::pause(const Cancellation &cancellation)
{
    if (auto fine = requireState(MachineStatus::Process::Running, cancellation); !fine)
        return failure(fine.error());
    if (auto paused = m_engine->pause(*m_host, m_spec, m_folders, cancellation); !paused)
        return failure(paused.error());
    return look(cancellation);
}

Result<Vm> VmChange::resume(const Cancellation &cancellation)
{
    if (auto fine = requireState(MachineStatus::Process::Paused, cancellation); !fine)
        return failure(fine.error());
    if (auto resumed = m_engine->resume(*m_host, m_spec, m_folders, cancellation); !resumed)
        return failure(resumed.error());
    return look(cancellation);
}

} // namespace portlight
