// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerState.h"

#include <QCoreApplication>

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ViewerState)
};

} // namespace

bool viewerConnects(VmState state)
{
    return state == VmState::Running || state == VmState::Starting;
}

ViewerMode viewerMode(const ViewerInputs &inputs)
{
    if (inputs.vm == VmState::Paused)
        return ViewerMode::Paused;
    if (!viewerConnects(inputs.vm))
        return ViewerMode::NotRunning;
    if (inputs.session == DesktopSession::State::Live)
        return ViewerMode::Live;
    if (inputs.identityOpen)
        return ViewerMode::Identity;
    if (inputs.loginOpen)
        return ViewerMode::Password;
    if (inputs.ended)
        return ViewerMode::Ended;
    return inputs.hadPicture ? ViewerMode::Lost : ViewerMode::Waiting;
}

QString notRunningSentence(VmState state)
{
    switch (state) {
    case VmState::Creating:
        return Text::tr("This VM is being created.");
    case VmState::Stopped:
        return Text::tr("This VM is stopped.");
    case VmState::Stopping:
        return Text::tr("This VM is stopping.");
    case VmState::Failed:
        return Text::tr("This VM has failed.");
    case VmState::Orphaned:
        return Text::tr("This VM was left half-made.");
    case VmState::Starting:
    case VmState::Running:
    case VmState::Paused:
        break;
    }
    return {};
}

QString triedSentence(DesktopSession::State state, const QString &endpoint)
{
    switch (state) {
    case DesktopSession::State::Connecting:
        return Text::tr("Connecting to %1.").arg(endpoint);
    case DesktopSession::State::Negotiating:
        return Text::tr("Connected to %1. Waiting for the VNC server.").arg(endpoint);
    case DesktopSession::State::WaitingForTrust:
        return Text::tr("The server shows who it is.");
    case DesktopSession::State::WaitingForLogin:
        return Text::tr("The desktop asks for a login.");
    case DesktopSession::State::WaitingForPicture:
        return Text::tr("The VNC server answers. Waiting for the first picture.");
    case DesktopSession::State::Closed:
    case DesktopSession::State::Failed:
    case DesktopSession::State::Live:
        break;
    }
    return {};
}

} // namespace portlight
