// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "hosts/Host.h"
#include "vms/Vm.h"

#include <chrono>

namespace portlight {

/// How long a destroyed VM can be brought back.
inline constexpr std::chrono::hours trashTime{72};

/// The note that a destroyed VM carries in its folder.
[[nodiscard]] Result<void> writeTrashNote(Host &host, const QString &folder, const QDateTime &destroyed,
                                          const Cancellation &cancellation);
[[nodiscard]] Result<void> removeTrashNote(Host &host, const QString &folder, const Cancellation &cancellation);

/// Reads a destroyed VM from its folder in the trash. One whose description is damaged has its id for a name and no
/// more.
[[nodiscard]] Result<TrashedVm> readTrashed(Host &host, const QString &folder, const Cancellation &cancellation);

} // namespace portlight
