// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "hosts/Host.h"
#include "images/Image.h"
#include "vms/Vm.h"

namespace portlight {

/// Reads and writes the VMs that a host keeps. State is read from the host each time, never remembered. Any thread.
class VmStore
{
public:
    explicit VmStore(HostPointer host);

    /// All VMs, by creation time. One that cannot be read is listed as Failed with a note, never left out; a process
    /// whose VM is gone is listed as Orphaned.
    [[nodiscard]] Result<QList<Vm>> list(const Cancellation &cancellation) const;
    /// By id, then name, then unique beginning of an id. Errors: "vm.unknown", "vm.ambiguous" (both Usage).
    [[nodiscard]] Result<Vm> find(const QString &reference, const Cancellation &cancellation) const;
    /// Destroyed VMs that can still be brought back, newest first. Removes what is older than 72 hours.
    [[nodiscard]] Result<QList<TrashedVm>> trash(const Cancellation &cancellation) const;
    /// As find(), among the destroyed ones.
    [[nodiscard]] Result<TrashedVm> findTrashed(const QString &reference, const Cancellation &cancellation) const;
    /// Names of the VMs, trash included, whose disk is based on this image version.
    [[nodiscard]] Result<QStringList> usersOf(const Image &image, const Cancellation &cancellation) const;

    /// Where a VM is kept; makes nothing.
    [[nodiscard]] Result<VmFolders> foldersOf(const QString &id, const Cancellation &cancellation) const;
    [[nodiscard]] Result<QString> trashFolder(const Cancellation &cancellation) const;
    [[nodiscard]] Result<VmSpec> read(const QString &id, const Cancellation &cancellation) const;
    [[nodiscard]] Result<void> write(const VmSpec &spec, const Cancellation &cancellation) const;
    /// The VM with its present state. `spec` as read.
    [[nodiscard]] Result<Vm> look(const VmSpec &spec, const Cancellation &cancellation) const;

    /// Held while a VM is changed. Error: "vm.busy".
    [[nodiscard]] Result<std::unique_ptr<HostLock>> lock(const QString &id, const Cancellation &cancellation) const;
    /// Held while names and the use of images are looked up and then relied on.
    [[nodiscard]] Result<std::unique_ptr<HostLock>> lockNames(const Cancellation &cancellation) const;

private:
    [[nodiscard]] Result<QString> dataFolder(const QString &name, const Cancellation &cancellation) const;
    [[nodiscard]] bool isLocked(const QString &id, const Cancellation &cancellation) const;
    [[nodiscard]] Result<QStringList> idsIn(const QString &folder, const Cancellation &cancellation) const;
    [[nodiscard]] Result<Vm> lookAtFolder(const QString &id, const Cancellation &cancellation) const;
    [[nodiscard]] Result<QList<Vm>> orphans(const QStringList &known, const Cancellation &cancellation) const;

    HostPointer m_host;
};

} // namespace portlight
