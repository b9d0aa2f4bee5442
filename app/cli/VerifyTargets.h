// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "desktop/ProbeTarget.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace portlight {

/// What `portlight verify` is to check, out of what was typed.
struct VerifyTargets
{
    std::vector<std::unique_ptr<ProbeTarget>> targets; ///< In the order given.
    QStringList warnings;                              ///< Translated sentences.

    /// Each word as a URL, a VM, or HOST:PORT, tried in this order. Errors: "vm.unknown", "vm.ambiguous",
    /// "target.malformed" (all Usage); those of the host.
    [[nodiscard]] static Result<VerifyTargets> find(const HostPointer &host, const QStringList &words,
                                                    const Cancellation &cancellation);
    /// Every VM of the host.
    [[nodiscard]] static Result<VerifyTargets> all(const HostPointer &host, const Cancellation &cancellation);
};

} // namespace portlight
