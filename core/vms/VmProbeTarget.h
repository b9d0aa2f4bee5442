// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/ProbeTarget.h"
#include "vms/VmStore.h"

namespace portlight {

/// A VM as the target of a desktop check: each attempt asks the host anew whether it runs, where its port 6080 is, and
/// whether its guest is still booting.
class VmProbeTarget final : public ProbeTarget
{
public:
    VmProbeTarget(HostPointer host, const Vm &vm);

    [[nodiscard]] QString display() const override;
    [[nodiscard]] bool isVm() const override { return true; }
    [[nodiscard]] HostPointer host() const override { return m_host; }
    [[nodiscard]] Result<Location> locate(const Cancellation &cancellation) const override;

    /// True while the newest boot's console shows neither a login prompt nor a health report and the VM is not older
    /// than a slow boot takes.
    [[nodiscard]] static bool isBooting(Host &host, const Vm &vm, const Cancellation &cancellation);

private:
    HostPointer m_host;
    VmStore m_store;
    QString m_id;
    QString m_name;
};

} // namespace portlight
