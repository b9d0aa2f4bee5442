// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "hosts/HostSocket.h"

namespace portlight {

/// Carries bytes both ways until both sides have ended, one breaks, or somebody cancels. A side that has said all is
/// told apart from one that is gone: its end is passed on and the other direction goes on.
void relay(HostSocket &left, HostSocket &right, const Cancellation &cancellation);

} // namespace portlight
