// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vms/Vm.h"

#include <QFlags>

namespace portlight {

enum class VmAction {
    Verify = 1,
    Start = 2,
    Stop = 4,
    Restart = 8,
    Pause = 16,
    Resume = 32,
    Destroy = 64,
};
Q_DECLARE_FLAGS(VmActionSet, VmAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(VmActionSet)

/// What can be done to a VM in this state. `busy`: a job of the window works on it already. Pure.
[[nodiscard]] VmActionSet possibleActions(VmState state, bool busy);
/// The one action that gets the accent: what one most likely wants next. None while nothing is to be done.
[[nodiscard]] VmActionSet accentAction(VmState state, bool busy);

} // namespace portlight
