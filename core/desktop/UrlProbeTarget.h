// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/ProbeTarget.h"

namespace portlight {

/// A desktop named by URL or HOST:PORT; the stages `vm` and `address` do not apply to it.
class UrlProbeTarget final : public ProbeTarget
{
public:
    UrlProbeTarget(DesktopTarget target, HostPointer host);

    [[nodiscard]] QString display() const override;
    [[nodiscard]] bool isVm() const override { return false; }
    [[nodiscard]] HostPointer host() const override;
    [[nodiscard]] Result<Location> locate(const Cancellation &cancellation) const override;

private:
    DesktopTarget m_target;
    HostPointer m_host;
};

} // namespace portlight
