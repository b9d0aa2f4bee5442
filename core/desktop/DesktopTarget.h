// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/NoVncSettings.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace portlight {

/// Where a desktop is served. Made by TargetParser; the only text of it that may be shown or logged is `display`.
struct DesktopTarget
{
    enum class Transport {
        WebSocket, ///< RFB in binary WebSocket messages (websockify).
        Rfb,       ///< RFB on a plain TCP connection.
    };
    Transport transport = Transport::WebSocket;
    QString host; ///< Name or address, IPv6 without brackets.
    quint16 port = 0;
    QUrl url; ///< WebSocket only: ws or wss with path and query, no user, no password.
    QString pagePath = QStringLiteral("/vnc.html"); ///< WebSocket only: where noVNC's page should be.
    QUrl page;                ///< noVNC's page with its parameters, where its URL was given; without secrets.
    NoVncSettings noVnc;      ///< What noVNC's URL says about the viewer.
    QByteArray authorization; ///< WebSocket only: value of the HTTP header, from a login in the URL. Secret.
    QString userName;         ///< Of the VNC login (vnc://user@host). Mostly empty.
    QByteArray password;      ///< VNC password out of the URL: used once, never shown, logged or stored. Mostly empty.
    QString display;          ///< For people and JSON; secrets are gone.
    QStringList warnings;     ///< Translated sentences, e.g. that the URL held a password.
    bool shared = true;       ///< noVNC's `shared`: leave other viewers connected.
    bool viewOnly = false;    ///< noVNC's `view_only`: send no input.
    QString repeaterId;       ///< noVNC's `repeaterID`.
    QList<QByteArray> trustedIdentities; ///< SHA-256 of certificates and keys a person has accepted for it.

    [[nodiscard]] bool isSecure() const { return url.scheme() == QLatin1String("wss"); }
    /// "127.0.0.1:6080" or "[::1]:6080".
    [[nodiscard]] QString endpoint() const;
};

} // namespace portlight
