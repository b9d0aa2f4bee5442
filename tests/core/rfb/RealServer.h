// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XwdImage.h"

#include <QPoint>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace portlight::rfb::testing {

/// A real Xvnc with a picture on it, and x11vnc on the same display when asked for. Everything ends with the object.
class RealServer
{
public:
    ~RealServer();

    /// Starts it on a free display of ten from this one on (and ports 5900 above); an error, or empty. Tests that run
    /// at the same time must use other ones.
    [[nodiscard]] QString start(QSize size, int firstDisplay = 70, const QStringList &more = {});
    /// For start(): who is let in, as Xvnc's arguments; everybody when it is not called.
    void setSecurity(const QStringList &arguments) { m_security = arguments; }
    /// The same with Xvfb, which speaks no RFB; see startX11vnc().
    [[nodiscard]] QString startXvfb(QSize size, int firstDisplay);
    /// Starts a program on the display; it ends with the server.
    void run(const QString &program, const QStringList &arguments) { launch(program, arguments); }
    /// Starts x11vnc on the same display; its port, or 0.
    [[nodiscard]] quint16 startX11vnc();
    /// Shows the picture in a window at this place.
    [[nodiscard]] bool showPicture(const XwdImage &picture, QPoint position);
    /// Windows without a pointer of their own, and the root, show none from now on: servers draw it into the picture
    /// of viewers that have not moved it themselves.
    [[nodiscard]] bool hideCursor();
    [[nodiscard]] bool moveWindow(QPoint position);
    /// What the X server shows.
    [[nodiscard]] XwdImage screenshot() const;

    [[nodiscard]] quint16 port() const { return quint16(5900 + m_display); }

private:
    QProcess &launch(const QString &program, const QStringList &arguments);
    [[nodiscard]] QByteArray output(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QStringList environment() const;

    QTemporaryDir m_folder;
    QStringList m_security = {QStringLiteral("-SecurityTypes"), QStringLiteral("None")};
    int m_display = 0;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace portlight::rfb::testing
