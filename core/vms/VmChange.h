// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "engines/Engine.h"
#include "vms/Vm.h"
#include "vms/VmStore.h"

namespace portlight {

/// One VM under its lock: the steps that lifecycle operations are made of. The lock goes with the object.
class VmChange
{
public:
    /// Errors: "vm.unknown", "vm.busy", and "vm.state" for a VM whose creation was interrupted.
    [[nodiscard]] static Result<VmChange> begin(HostPointer host, const VmStore &store, const QString &id,
                                                const Cancellation &cancellation);

    [[nodiscard]] const VmSpec &spec() const { return m_spec; }
    [[nodiscard]] const VmFolders &folders() const { return m_folders; }

    /// Error: "vm.state" when it runs already. On failure nothing runs, and the VM is not wanted to.
    [[nodiscard]] Result<Vm> start(Progress &progress);
    /// A stop that fails or is cancelled leaves a VM that still runs wanted.
    [[nodiscard]] Result<StopMethod> stop(const StopOptions &options, Progress &progress);
    [[nodiscard]] Result<Vm> pause(const Cancellation &cancellation);
    [[nodiscard]] Result<Vm> resume(const Cancellation &cancellation);
    [[nodiscard]] Result<Vm> look(const Cancellation &cancellation) const;

private:
    VmChange(HostPointer host, const VmStore &store)
        : m_host(std::move(host))
        , m_store(&store)
    {
    }
    Result<void> want(bool wanted, const Cancellation &cancellation);
    Result<void> requireState(MachineStatus::Process wanted, const Cancellation &cancellation) const;

    HostPointer m_host;
    const VmStore *m_store;
    std::unique_ptr<HostLock> m_lock;
    std::shared_ptr<const Engine> m_engine;
    VmSpec m_spec;
    VmFolders m_folders;
};

} // namespace portlight
