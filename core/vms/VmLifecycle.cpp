// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmLifecycle.h"

#include "engines/EngineRegistry.h"
#include "vms/VmChange.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr double startWeight = 1;
constexpr double stopWeight = 5;

} // namespace

VmLifecycle::VmLifecycle(HostPointer host)
    : m_host(std::move(host))
    , m_store(m_host)
{
}

Result<Vm> VmLifecycle::start(const QString &id, Progress &progress)
{
    progress.begin({{QCoreApplication::translate("VmLifecycle", "Starting the VM"), startWeight}});
    auto change = VmChange::begin(m_host, m_store, id, progress.cancellation());
    if (!change)
        return failure(change.error());
    progress.next();
    auto started = change->start(progress);
    if (started)
        progress.finish();
    return started;
}

Result<VmLifecycle::Stopped> VmLifecycle::stop(const QString &id, const StopOptions &options, Progress &progress)
{
    progress.begin({{QCoreApplication::translate("VmLifecycle", "Stopping the VM"), stopWeight}});
    auto change = VmChange::begin(m_host, m_store, id, progress.cancellation());
    if (!change)
        return failure(change.error());
    progress.next();
    const auto method = change->stop(options, progress);
    if (!method)
        return failure(method.error());
    auto vm = change->look(progress.cancellation());
    if (!vm)
        return failure(vm.error());
    progress.finish();
    return Stopped{*std::move(vm), *method};
}

Result<Vm> VmLifecycle::restart(const QString &id, const StopOptions &options, Progress &progress)
{
    progress.begin({{QCoreApplication::translate("VmLifecycle", "Stopping the VM"), stopWeight},
                    {QCoreApplication::translate("VmLifecycle", "Starting the VM"), startWeight}});
    auto change = VmChange::begin(m_host, m_store, id, progress.cancellation());
    if (!change)
        return failure(change.error());
    progress.next();
    if (auto method = change->stop(options, progress); !method)
        return failure(method.error());
    progress.next();
    auto started = change->start(progress);
    if (started)
        progress.finish();
    return started;
}

Result<Vm> VmLifecycle::pause(const QString &id, Progress &progress)
{
    auto change = VmChange::begin(m_host, m_store, id, progress.cancellation());
    return change ? change->pause(progress.cancellation()) : failure(change.error());
}

Result<Vm> VmLifecycle::resume(const QString &id, Progress &progress)
{
    auto change = VmChange::begin(m_host, m_store, id, progress.cancellation());
    return change ? change->resume(progress.cancellation()) : failure(change.error());
}

} // namespace portlight
