// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "hosts/Host.h"
#include "images/Image.h"
#include "vms/Vm.h"
#include "vms/VmStore.h"

namespace portlight {

/// What a new VM shall be. Empty and zero fields take defaults.
struct VmRequest
{
    QString name; ///< Empty: the image's name with the first free number.
    Image image;
    QString engine; ///< Empty: "qemu".
    int memoryMiB = 0;
    int processors = 0;
    bool debugBoot = false;

    /// Letters, digits, '.', '-' and '_', at most 63, starting with a letter or digit, and not something that reads as
    /// an id.
    [[nodiscard]] static bool isValidName(const QString &name);
};

/// Everything that can be done to the VMs of one host. Blocking; any thread; every change holds the VM's lock on the
/// host. A VM is named by its id.
///
/// Errors: "vm.unknown", "vm.ambiguous", "vm.name-taken", "vm.name-invalid" (Usage); "vm.busy" (Failed: another
/// Portlight works on it); "vm.state" (Failed: not possible in its state); "image.unknown"; those of Engine and Host.
class VmLifecycle
{
public:
    explicit VmLifecycle(HostPointer host);

    [[nodiscard]] const VmStore &store() const { return m_store; }

    /// All or nothing: a create that fails or is cancelled at any step leaves nothing behind. Does not start the VM.
    [[nodiscard]] Result<Vm> create(const VmRequest &request, Progress &progress);
    [[nodiscard]] Result<Vm> start(const QString &id, Progress &progress);
    struct Stopped
    {
        Vm vm;
        StopMethod method = StopMethod::WasNotRunning;
    };
    [[nodiscard]] Result<Stopped> stop(const QString &id, const StopOptions &options, Progress &progress);
    /// Stops as stop() does and starts again with a new console file.
    [[nodiscard]] Result<Vm> restart(const QString &id, const StopOptions &options, Progress &progress);
    [[nodiscard]] Result<Vm> pause(const QString &id, Progress &progress);
    [[nodiscard]] Result<Vm> resume(const QString &id, Progress &progress);
    /// Stops the VM, then moves it with its console files to the trash for 72 hours. A VM whose creation was
    /// interrupted is removed for good: there is nothing to bring back.
    [[nodiscard]] Result<TrashedVm> destroy(const QString &id, Progress &progress);
    /// Destroys without the trash: for what was made a moment ago and is not wanted after all.
    [[nodiscard]] Result<void> erase(const QString &id, Progress &progress);
    /// Brings a destroyed VM back, stopped. `newName` where its old name is taken by now.
    [[nodiscard]] Result<Vm> undestroy(const QString &id, const QString &newName, Progress &progress);

private:
    HostPointer m_host;
    VmStore m_store;
};

} // namespace portlight
