// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"

namespace portlight {

/// The address of noVNC's own page that shows this desktop in the same way, for people to pass on: what differs from
/// noVNC's defaults is in its query. Never holds a login or a password; a token in the path stays, or the link would
/// lead nowhere. Empty for plain RFB, which no page reaches.
///
/// TargetParser::parse() of it gives the same target again.
[[nodiscard]] QString noVncLink(const DesktopTarget &target);

} // namespace portlight
