// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

/// How a serial console is shown; the same for all of them.
struct ConsoleOptions
{
    bool wrapping = false;
    bool vmmShown = true;     ///< The lines of the hypervisor's own log.
    bool noticesShown = true; ///< Where a boot begins, and where nothing came for a while.
    bool copyNumbers = false; ///< Copied lines have number and time before them.
    QString time;             ///< Which time stands beside a line: "boot" (also when empty), "arrival", "difference".
    bool filterShown = false;
    int filterHeight = 0;     ///< Pixels; 0 when never dragged.
    bool numbersShown = true; ///< The numbers of the lines.
    int silence = 5;          ///< Seconds after which a silence has a notice of its own.

    friend bool operator==(const ConsoleOptions &, const ConsoleOptions &) = default;
};

} // namespace portlight
