// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "cli/CliContext.h"
#include "vms/Vm.h"

namespace portlight {

/// `vm logs`: copies a boot's console file to standard output; `boot` 0 is the newest. With `follow` it goes on until
/// it is interrupted. With --json the whole log is one string. Where a flood was cut out of the middle of the log, a
/// line says so.
[[nodiscard]] Result<void> printConsoleLog(Host &host, const Vm &vm, int boot, bool follow, const CliContext &context);

/// The same for a destroyed VM, whose log ends where it was destroyed.
[[nodiscard]] Result<void> printConsoleLog(Host &host, const TrashedVm &vm, int boot, const CliContext &context);

} // namespace portlight
