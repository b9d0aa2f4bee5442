// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

namespace portlight {

/// Which accelerator a host's guests get, and why not the faster one.
struct Accelerator
{
    QString id;   ///< "kvm" or "tcg".
    QString note; ///< Translated; empty for kvm.
};

/// KVM is used only where a guest really boots with it: on some machines /dev/kvm opens and no ordinary guest runs. The
/// check boots `kernel` without a disk until it asks for its root file system; the answer is kept in the host's cache
/// until the host restarts. $PORTLIGHT_ACCELERATOR ("kvm" or "tcg") decides without a check.
/// Fails only when cancelled or when QEMU cannot be run at all: when in doubt, emulation works everywhere.
[[nodiscard]] Result<Accelerator> chooseAccelerator(Host &host, const QString &kernel,
                                                    const Cancellation &cancellation);

} // namespace portlight
