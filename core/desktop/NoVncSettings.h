// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace portlight {

class NoVncParameters;

/// What noVNC's own URL can say about the viewer beyond where to connect (noVNC, docs/EMBEDDING.md). Nothing: the URL
/// does not say it, and the viewer's own setting counts. `shared`, `view_only` and `repeaterID` are in DesktopTarget.
struct NoVncSettings
{
    enum class Resize {
        Off,    ///< One guest pixel is one pixel.
        Scale,  ///< The picture is fitted into the window.
        Remote, ///< The guest is asked for the window's size.
    };
    std::optional<Resize> resize;
    std::optional<bool> viewClip;                            ///< `view_clip`: clip instead of scroll bars.
    std::optional<bool> showDot;                             ///< `show_dot`: a dot where the server hides the pointer.
    std::optional<int> quality;                              ///< 0 to 9.
    std::optional<int> compression;                          ///< 0 to 9.
    std::optional<bool> autoconnect;                         ///< Connect as soon as it is opened.
    std::optional<bool> reconnect;                           ///< Try again when the connection is lost.
    std::optional<std::chrono::milliseconds> reconnectDelay; ///< `reconnect_delay`
    std::optional<bool> bell;                                ///< Make the guest's bell audible.
    std::optional<bool> keepDeviceAwake;                     ///< `keep_device_awake`: no screen saver meanwhile.
    QString logging;                                         ///< "error", "warn", "info" or "debug"; mostly empty.

    /// What the parameters say; whatever cannot be understood is left out and becomes a translated sentence.
    [[nodiscard]] static NoVncSettings from(const NoVncParameters &parameters, QStringList &warnings);

    friend bool operator==(const NoVncSettings &, const NoVncSettings &) = default;
};

} // namespace portlight
