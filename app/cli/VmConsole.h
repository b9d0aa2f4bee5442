// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "cli/CliContext.h"
#include "vms/Vm.h"

namespace portlight {

/// `vm console`: joins the terminal with the guest's serial console until Ctrl+] is typed.
[[nodiscard]] Result<void> joinConsole(Host &host, const Vm &vm, const CliContext &context);

} // namespace portlight
