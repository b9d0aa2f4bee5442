// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engines/Engine.h"
#include "engines/VmSpec.h"

#include <QJsonObject>

namespace portlight {

/// The states of contracts.md; vmStateId() gives the words that scripts read.
enum class VmState { Creating, Stopped, Starting, Running, Paused, Stopping, Failed, Orphaned };

[[nodiscard]] QString vmStateId(VmState state);

/// A VM as it is at this moment: what it is meant to be and what was found on the host.
struct Vm
{
    VmSpec spec;
    VmState state = VmState::Stopped;
    MachineStatus machine;
    VmFolders folders;
    QString host; ///< Host::name().
    QString note; ///< Translated: what people should know, e.g. why it is Failed. May be empty.

    /// Running or starting or paused: a process is there.
    [[nodiscard]] bool hasProcess() const;
    /// As "A VM in JSON" of contracts.md.
    [[nodiscard]] QJsonObject toJson() const;
};

/// A destroyed VM that can be brought back until `expires`.
struct TrashedVm
{
    VmSpec spec;
    QString folder;
    QString host;
    QString consoleLog;  ///< The last boot's file. Empty: it has none.
    QDateTime destroyed; ///< UTC.
    QDateTime expires;   ///< 72 hours later.

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace portlight
