// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

namespace portlight {

/// How fast the host's time stamp counter runs, in kHz: under emulation the guest sees the host's counter. Measured on
/// this machine, read from /proc/cpuinfo elsewhere (right inside VMs; on bare metal the nominal frequency of the model
/// name). 0 where it cannot be known.
[[nodiscard]] Result<quint64> tscKiloHertz(Host &host, const Cancellation &cancellation);

/// The frequency in kHz out of /proc/cpuinfo's text; 0 when it says none.
[[nodiscard]] quint64 tscKiloHertzFromCpuInfo(const QByteArray &cpuInfo);

} // namespace portlight
