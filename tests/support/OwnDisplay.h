// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace portlight {

/// An X server without a screen (Xvfb) for a test that needs a real keyboard or real pixels: becomes this process'
/// display, so it must start before QApplication is made. Ends with this object.
class OwnDisplay
{
public:
    OwnDisplay() = default;
    ~OwnDisplay();
    OwnDisplay(const OwnDisplay &) = delete;
    OwnDisplay &operator=(const OwnDisplay &) = delete;

    /// The programs it and run() need that are not installed.
    [[nodiscard]] static QStringList missingPrograms();
    /// Takes a free display number. Where Xvfb is missing or does not start, Qt's offscreen platform is used instead:
    /// the test can say what is missing.
    void start();
    /// Runs a program on it, and the event loop of this process meanwhile. False when it fails or takes over 20 s.
    [[nodiscard]] static bool run(const QString &program, const QStringList &arguments);

private:
    QProcess m_server;
};

} // namespace portlight
