// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/DesktopStack.h"

#include <QTemporaryDir>

namespace portlight {

/// What goes on on the screen while a session is recorded, 1920 by 1080 pixels of it.
class BenchContent
{
public:
    enum class Kind {
        Text,    ///< A full-screen xterm that scrolls coloured listings and prose.
        Photos,  ///< Full-screen pictures like photographs, one after the other.
        Video,   ///< A window of 960 by 540 pixels in which everything moves.
        Windows, ///< An xterm that is pushed around.
    };

    [[nodiscard]] static QString name(Kind kind);
    /// The programs it needs that are not installed.
    [[nodiscard]] static QStringList missingPrograms();

    /// Starts an X server for it on this display and shows it; empty, or what went wrong.
    [[nodiscard]] QString start(int display, Kind kind);
    /// RFB on 127.0.0.1.
    [[nodiscard]] quint16 xvncPort() const { return m_desktop.vncPort(); }
    /// Starts x11vnc, which knows encodings that Xvnc does not; its port, or 0.
    [[nodiscard]] quint16 startX11vnc(int display);

private:
    [[nodiscard]] bool showText();
    [[nodiscard]] bool showPictures(QSize size, int count, int delay);
    [[nodiscard]] bool showMovingWindow();

    QTemporaryDir m_folder;
    DesktopStack m_desktop;
};

} // namespace portlight
