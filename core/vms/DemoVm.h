// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "hosts/Host.h"
#include "vms/Vm.h"

namespace portlight {

/// The VM of `portlight demo`.
struct DemoVm
{
    Vm vm;
    bool started = false; ///< It did not run before.
    bool made = false;    ///< Made for this demo, so it may go with it; false for one that was there before.
};

/// Builds the image "desktop" where there is none, makes a VM named "demo" where there is none, and starts it. Blocks
/// for minutes the first time. When it fails or is cancelled, what it made is gone again, but for a finished image.
[[nodiscard]] Result<DemoVm> startDemoVm(const HostPointer &host, Progress &progress);

/// Ends a VM that was made for a demo, without a stop over in the trash.
[[nodiscard]] Result<void> removeDemoVm(const HostPointer &host, const DemoVm &demo, Progress &progress);

} // namespace portlight
