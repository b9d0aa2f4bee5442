// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/VerifyReport.h"
#include "vms/Vm.h"

#include <QDateTime>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace portlight {

/// A VM as the window knows it: what the host said last and what the last check of its desktop found.
struct VmEntry
{
    Vm vm;
    std::optional<VerifyReport> report; ///< Of this run of the VM.
    QDateTime verifiedAt;               ///< UTC, when the report was made.
    bool probing = false;               ///< A check is under way.
    QString waitingFor;                 ///< Translated: what that check waits for. May be empty.
    /// From the start to the first verified desktop, when that was watched.
    std::optional<std::chrono::milliseconds> bootTime;
};

} // namespace portlight

Q_DECLARE_METATYPE(portlight::VmEntry)
