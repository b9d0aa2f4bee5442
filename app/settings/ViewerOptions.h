// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/PictureQuality.h"

#include <QMetaType>

namespace portlight {

/// How the guest's picture is fitted into the viewer.
enum class ScaleMode {
    Fit,      ///< As large as the tab allows, all of it visible.
    Original, ///< One guest pixel is one device pixel; scrolls when it does not fit.
    Integer,  ///< The largest whole multiple that fits; like Original when not even one does.
    Remote,   ///< The guest is asked for a desktop as large as the tab; until it has one, shown as it is, or reduced to
              ///< fit.
};

/// What the viewer remembers for each desktop.
struct ViewerOptions
{
    ScaleMode scale = ScaleMode::Fit;
    bool viewOnly = false;
    PictureQuality quality;
    bool clipboardFromGuest = true; ///< What is copied in the guest comes to this machine's clipboard.
    bool clipboardToGuest = true;   ///< What is copied here goes to the guest while the viewer is being used.
    bool grabKeyboard = false;      ///< Also keys that the window manager listens for go to the guest.
    friend bool operator==(const ViewerOptions &, const ViewerOptions &) = default;
};

} // namespace portlight
