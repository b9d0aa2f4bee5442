// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engines/DetachedProcess.h"
#include "engines/Engine.h"

namespace portlight::qemu {

/// The supervisor of a VM's QEMU; its unit has a new name each time.
[[nodiscard]] DetachedProcess processOf(const VmSpec &spec, const VmFolders &folders);

/// QEMU's process id while it runs, else 0.
[[nodiscard]] qint64 runningPid(Host &host, const VmFolders &folders, const Cancellation &cancellation);

/// Waits until the process is gone; false when the deadline passed first.
[[nodiscard]] Result<bool> waitUntilGone(Host &host, const VmFolders &folders, QDeadlineTimer deadline,
                                         const Cancellation &cancellation);

/// Ends the process without asking the guest: SIGTERM, then SIGKILL. Used when a start fails or is cancelled, so it is
/// not cancellable itself.
[[nodiscard]] Result<StopMethod> killProcess(Host &host, const VmFolders &folders);

} // namespace portlight::qemu
