// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engines/Engine.h"

namespace portlight {

/// QEMU's `microvm` machine: virtio-mmio, serial on ttyS0, direct kernel boot, controlled by QMP. Needs neither KVM nor
/// root: it emulates where KVM does not really work, and reaches the guest's port 6080 through user networking with a
/// forward on loopback (which other users of the host can reach too).
class QemuEngine final : public Engine
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] Result<void> checkHost(Host &host, const Cancellation &cancellation) const override;
    [[nodiscard]] Result<void> makeDisk(Host &host, const VmSpec &spec, const VmFolders &folders,
                                        const Cancellation &cancellation) const override;
    [[nodiscard]] Result<MachineStatus> start(Host &host, const VmSpec &spec, const VmFolders &folders,
                                              Progress &progress) const override;
    [[nodiscard]] Result<MachineStatus> status(Host &host, const VmSpec &spec, const VmFolders &folders,
                                               const Cancellation &cancellation) const override;
    [[nodiscard]] Result<void> pause(Host &host, const VmSpec &spec, const VmFolders &folders,
                                     const Cancellation &cancellation) const override;
    [[nodiscard]] Result<void> resume(Host &host, const VmSpec &spec, const VmFolders &folders,
                                      const Cancellation &cancellation) const override;
    [[nodiscard]] Result<StopMethod> stop(Host &host, const VmSpec &spec, const VmFolders &folders,
                                          const StopOptions &options, Progress &progress) const override;
};

} // namespace portlight
