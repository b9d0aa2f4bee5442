// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/VmActionTable.h"

namespace portlight {

VmActionSet possibleActions(VmState state, bool busy)
{
    if (busy)
        return {};
    switch (state) {
    case VmState::Running:
        return VmAction::Verify | VmAction::Stop | VmAction::Restart | VmAction::Pause | VmAction::Destroy;
    case VmState::Starting:
        return VmAction::Verify | VmAction::Stop | VmAction::Restart | VmAction::Destroy;
    case VmState::Paused:
        return VmAction::Resume | VmAction::Stop | VmAction::Restart | VmAction::Destroy;
    case VmState::Stopped:
    case VmState::Failed:
        return VmAction::Start | VmAction::Destroy;
    case VmState::Orphaned:
        return VmAction::Destroy;
    case VmState::Creating:
    case VmState::Stopping:
        break;
    }
    return {};
}

VmActionSet accentAction(VmState state, bool busy)
{
    const VmActionSet possible = possibleActions(state, busy);
    for (const VmAction action : {VmAction::Verify, VmAction::Resume, VmAction::Start}) {
        if (possible.testFlag(action))
            return action;
    }
    return {};
}

} // namespace portlight
