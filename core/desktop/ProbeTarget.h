// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "desktop/DesktopTarget.h"
#include "hosts/Host.h"
#include "verdict/StageFailure.h"

#include <optional>

namespace portlight {

/// What a probe checks: a URL, or a VM whose address is only known once it runs. locate() is asked anew at each
/// attempt, from the probing thread.
class ProbeTarget
{
public:
    struct Location
    {
        StageResult vm{Stage::Vm, StageStatus::Skipped, {}, {}};
        StageResult address{Stage::Address, StageStatus::Skipped, {}, {}};
        std::optional<DesktopTarget> target; ///< Where to connect; nothing when `failure` says why not.
        std::optional<StageFailure> failure; ///< "vm.not-running" or "vm.no-address".
        bool booting = false;                ///< The VM is still starting: what fails now may well work later.
        bool canChange = true;               ///< False when waiting cannot help (a stopped VM): the probe ends at once.
    };

    virtual ~ProbeTarget() = default;

    /// For the report's `target`; without secrets.
    [[nodiscard]] virtual QString display() const = 0;
    [[nodiscard]] virtual bool isVm() const = 0;
    /// From where to connect.
    [[nodiscard]] virtual HostPointer host() const = 0;
    /// Errors are those of the host ("host.unreachable", "cancelled").
    [[nodiscard]] virtual Result<Location> locate(const Cancellation &cancellation) const = 0;
};

} // namespace portlight
