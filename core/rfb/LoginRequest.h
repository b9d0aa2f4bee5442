// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace portlight::rfb {

/// What the server wants to know of a person before it lets anybody in.
struct LoginRequest
{
    bool needsUser = false;   ///< A user name belongs to it (Plain, ARD, MS-Logon II, some RA2).
    bool isEncrypted = false; ///< What is answered cannot be read on the way.
    QString method;           ///< For people, e.g. "VNC Authentication", "X509Plain".
    bool needsTarget = false; ///< The name of the machine wanted belongs to it, may be empty (XVP).
};

/// The answer. Kept no longer than the handshake.
struct Login
{
    QString user;
    QByteArray password; ///< UTF-8. Null: none known (an empty one is a password too).
    QString target = {}; ///< Only with LoginRequest::needsTarget.
};

} // namespace portlight::rfb
