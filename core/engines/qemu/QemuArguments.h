// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engines/Engine.h"
#include "engines/qemu/MachineRecord.h"

#include <QStringList>

namespace portlight {

/// The program of the QEMU engine.
inline constexpr auto qemuProgram = "qemu-system-x86_64";

/// The kernel command line: the image's own arguments, then the engine's.
[[nodiscard]] QString qemuBootArguments(const VmSpec &spec, const MachineRecord &record);

/// The whole argument list of a VM. Pure; paths with commas are escaped as QEMU wants them.
[[nodiscard]] QStringList qemuArguments(const VmSpec &spec, const VmFolders &folders, const MachineRecord &record);

/// A machine without disk and network that boots `kernel` until it panics for want of a root file system.
[[nodiscard]] QStringList qemuTrialArguments(const QString &kernel, const QString &accelerator);

} // namespace portlight
