// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "cli/CliContext.h"
#include "vms/Vm.h"

namespace portlight {

/// `vm logs`: copies a boot's console file to standard output; `boot` 0 is the newest. With `follow` it goes on until
/// it is interrupted. With --json the whole log is one string.
[[nodiscard]] Result<void> printConsoleLog(Host &host, const Vm &vm, int boot, bool follow, const CliContext &context);

/// `vm console`: joins the terminal with the guest's serial console until Ctrl+] is typed.
[[nodiscard]] Result<void> joinConsole(Host &host, const Vm &vm, const CliContext &context);

} // namespace portlight
