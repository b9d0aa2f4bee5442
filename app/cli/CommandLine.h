// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "cli/DemoCommand.h"

namespace portlight {

/// Runs one command of contracts.md and returns its exit code. Needs a QCoreApplication. `stop` interrupts it.
[[nodiscard]] int runCommandLine(int argc, char **argv, const Cancellation &stop, ShowWindow showWindow);

/// What `portlight` without arguments says where there is no display; returns the exit code.
[[nodiscard]] int explainMissingDisplay();

} // namespace portlight
