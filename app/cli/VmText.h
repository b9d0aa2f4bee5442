// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vms/Vm.h"

#include <QList>
#include <QString>

namespace portlight {

/// VMs for people: one line each, in columns.
[[nodiscard]] QString vmTable(const QList<Vm> &vms);
/// All about one VM, a line a fact.
[[nodiscard]] QString vmFacts(const Vm &vm);
[[nodiscard]] QString trashTable(const QList<TrashedVm> &vms);
/// "shut down by itself" and so on, as part of "demo is stopped: %1".
[[nodiscard]] QString stopMethodText(StopMethod method);
/// Rows padded to columns; cells must not hold line ends.
[[nodiscard]] QString alignedTable(const QList<QStringList> &rows);

} // namespace portlight
