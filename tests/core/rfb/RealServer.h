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

    /// What is missing of the programs needed; empty when all are there.
    [[nodiscard]] static QString missingPrograms(const QStringList &programs);

    /// Starts it on a free display from :70 to :79 (ports 5970 to 5979); an error, or empty.
    [[nodiscard]] QString start(QSize size);
    /// Starts x11vnc on the same display; its port, or 0.
    [[nodiscard]] quint16 startX11vnc();
    /// Shows the picture in a window at this place.
    [[nodiscard]] bool showPicture(const XwdImage &picture, QPoint position);
    [[nodiscard]] bool moveWindow(QPoint position);
    /// What the X server shows.
    [[nodiscard]] XwdImage screenshot() const;

    [[nodiscard]] quint16 port() const { return quint16(5900 + m_display); }

private:
    [[nodiscard]] QProcess &launch(const QString &program, const QStringList &arguments);
    [[nodiscard]] QByteArray output(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QStringList environment() const;

    QTemporaryDir m_folder;
    int m_display = 0;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace portlight::rfb::testing
