// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"

namespace portlight {

/// Making a VM as one piece of work: build the image where that is asked for, create, start. Waiting for the desktop is
/// left to the window's ordinary check of every VM that starts. All functions block.
namespace MakeRun {

struct Plan
{
    VmRequest request;
    QString recipe; ///< Built first when not empty; request.image is then ignored.
};

/// A VM that was made and could not be started stays, so that people can look into it.
[[nodiscard]] Result<Vm> run(VmService &service, const Plan &plan, Progress &progress);

/// The demo: the VM called "demo" if there is one, else a new one of the newest "desktop" image, built when missing.
[[nodiscard]] Result<Vm> demo(VmService &service, Progress &progress);

/// The image and the VM of the demo are called so.
[[nodiscard]] QString demoImage();
[[nodiscard]] QString demoVm();

} // namespace MakeRun

} // namespace portlight
