// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopSession.h"
#include "vms/Vm.h"

#include <QString>

namespace portlight {

/// What the Desktop tab shows. Pure, so that the table can be tested.
enum class ViewerMode {
    NotRunning, ///< No process: a sentence.
    Waiting,    ///< It runs and no picture was seen yet: what is being tried.
    Identity,   ///< Nobody vouches for the server: a person must.
    Password,   ///< The desktop asks for a login.
    Live,
    Paused, ///< The picture stands still, greyed.
    Lost,   ///< The last picture, greyed, with its age, while it is tried again.
    Ended,  ///< Not connected, and nothing is tried until somebody says so.
};

struct ViewerInputs
{
    VmState vm = VmState::Stopped;
    DesktopSession::State session = DesktopSession::State::Closed;
    bool loginOpen = false;    ///< A person is being asked for a login.
    bool hadPicture = false;   ///< In this run of the VM.
    bool identityOpen = false; ///< A person is being asked whether to trust the server.
    bool ended = false;        ///< No more tries by themselves.
};

[[nodiscard]] ViewerMode viewerMode(const ViewerInputs &inputs);
/// True when the viewer shall keep trying to reach the desktop.
[[nodiscard]] bool viewerConnects(VmState state);
/// One translated sentence on why there is no desktop to show; empty while one is possible.
[[nodiscard]] QString notRunningSentence(VmState state);
/// What is being tried, translated, e.g. "Connecting to 127.0.0.1:34567."
[[nodiscard]] QString triedSentence(DesktopSession::State state, const QString &endpoint);

} // namespace portlight
