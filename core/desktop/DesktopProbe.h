// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "desktop/ProbeTarget.h"
#include "verdict/VerifyReport.h"

#include <QByteArray>

#include <chrono>

namespace portlight {

struct ProbeOptions
{
    /// Without success the probe keeps trying this long, where waiting can help.
    std::chrono::milliseconds timeout{60'000};
    /// Longest for one try; a server that hangs is tried anew after that.
    std::chrono::milliseconds attemptTimeout{20'000};
    /// Between two tries.
    std::chrono::milliseconds pause{500};
    QByteArray password; ///< VNC password; beats one in the URL. Mostly empty.
    QString screenshot;  ///< PNG to write when a complete picture came; empty for none. A relative path is taken from
                         ///< the working folder.
    bool input = true;   ///< Move the pointer a few pixels and back.
};

/// Climbs the stages of a desktop check and says how far it came. Blocks; runs an event loop of its own, so any thread
/// will do, and needs a Q(Gui|Core)Application in the process. A desktop that is not there is an answer (a report with
/// a failure), not an Error. Progress tells the stage, and "starting" while a VM boots.
///
/// Errors: "screenshot.unwritable" (Usage, before connecting), "cancelled".
/// A host out of reach gives a report with verdict unknown and failure id "host.unreachable".
[[nodiscard]] Result<VerifyReport> probeDesktop(const ProbeTarget &target, const ProbeOptions &options,
                                                Progress &progress);

} // namespace portlight
