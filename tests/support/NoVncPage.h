// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Chromium.h"

#include <QImage>

namespace portlight {

/// noVNC, in a browser, on one desktop; from its core/rfb.js, on a page that has nothing else. It sends no input by
/// itself.
class NoVncPage
{
public:
    struct Login
    {
        QString user;
        QString password;
    };

    ~NoVncPage();

    /// What is not there of that which it needs: chromium, python3, both releases.
    [[nodiscard]] static QStringList missingParts();
    /// noVNC's folder of this release, or empty: Debian's package, or npm's in $PORTLIGHT_NOVNC_FOLDER or build/novnc.
    [[nodiscard]] static QString debianFolder();
    [[nodiscard]] static QString npmFolder();

    /// `isLossless`: noVNC does not ask for a quality, so that no JPEG comes.
    /// Serves the page on this port of 127.0.0.1 and opens it; an error, or empty once noVNC has logged in.
    [[nodiscard]] QString open(const QString &folder, quint16 httpPort, const QString &webSocketUrl,
                               const Login &login = {}, bool isLossless = false);
    /// What noVNC shows now.
    [[nodiscard]] QImage picture();
    [[nodiscard]] Chromium &browser() { return m_browser; }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    Chromium m_browser;
};

} // namespace portlight
