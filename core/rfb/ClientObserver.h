// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Cursor.h"
#include "rfb/Encoding.h"
#include "rfb/Failure.h"
#include "rfb/LoginRequest.h"
#include "rfb/PixelFormat.h"
#include "rfb/ServerIdentity.h"

#include <QRect>
#include <QSize>
#include <QString>

namespace portlight::rfb {

enum class ClientState {
    Version,        ///< Waiting for the server's banner.
    Security,       ///< Waiting for the security types.
    Authentication, ///< Waiting for a challenge, a TLS handshake, provideLogin() or acceptServerIdentity().
    SecurityResult, ///< Waiting for the server's word.
    Initialisation, ///< Waiting for ServerInit.
    Running,        ///< Updates come and input goes.
    Failed,         ///< See Client::failure(). Final.
    Closed,         ///< The connection ended. Final.
};

/// How the server answered a wish for another desktop size (rfbproto, ExtendedDesktopSize, y-position).
enum class ResizeStatus { Accepted = 0, Prohibited = 1, OutOfResources = 2, InvalidLayout = 3, Other = 4 };

/// The keyboard's lamps in the guest (rfbproto, "QEMU LED State").
struct LedState
{
    bool scrollLock = false;
    bool numLock = false;
    bool capsLock = false;
    friend bool operator==(const LedState &, const LedState &) = default;
};

/// What the server has shown that it can; grows during a session.
struct ServerAbilities
{
    bool resize = false;            ///< setDesktopSize()
    bool power = false;             ///< sendPower() (XVP)
    bool extendedKeys = false;      ///< Scan codes (QEMU).
    bool extendedButtons = false;   ///< Back and forward buttons.
    bool extendedClipboard = false; ///< UTF-8.
    bool fence = false;             ///< ping()
    bool continuousUpdates = false;
    friend bool operator==(const ServerAbilities &, const ServerAbilities &) = default;
};

/// What a Client tells. Called from within Client::receive() (and provideLogin(), connectionClosed()), in that
/// thread. It may call every method of the client except receive(); close() stops the work on bytes already received.
class ClientObserver
{
public:
    virtual ~ClientObserver() = default;

    virtual void stateChanged(ClientState) {}
    /// Answer with Client::provideLogin(), now or later; until then nothing happens.
    virtual void loginRequired(const LoginRequest &) {}
    /// Nobody vouches for the server. Answer with Client::acceptServerIdentity(), now or later; until then nothing
    /// happens, and no password leaves this machine.
    virtual void serverIdentityOffered(const ServerIdentity &) {}
    /// The server's own pixel format; what is on the wire is Client::pixelFormat().
    virtual void initialised(QSize, const QString & /*name*/, const PixelFormat &) {}
    /// The picture changed here. Comes for parts of large rectangles too, as they grow; how many parts depends on how
    /// the bytes come in.
    virtual void rectangleUpdated(const QRect &) {}
    /// A rectangle of pixels is complete, after it has been told with rectangleUpdated().
    virtual void rectangleDecoded(Encoding, QSize) {}
    /// The server uses this encoding for pixels; told once for each.
    virtual void encodingUsed(Encoding) {}
    /// A FramebufferUpdate is complete: a good moment to paint.
    virtual void updateFinished() {}
    /// The framebuffer has another size; what both sizes share is kept, its coverage starts anew.
    virtual void resized(QSize) {}
    /// The server's answer to Client::setDesktopSize() of ours.
    virtual void resizeAnswered(ResizeStatus) {}
    virtual void bell() {}
    /// The server's clipboard, Latin-1 or UTF-8 as the server can, line ends \n; cut at Limits::keptCutTextBytes.
    virtual void serverCutText(const QString &) {}
    /// The server's clipboard is larger than Limits::keptCutTextBytes, and was not taken (extended clipboard only).
    /// What is told is the size of the text, or where that is not known, of what it was packed into.
    virtual void cutTextRefused(qint64 /*bytes*/) {}
    virtual void ledStateChanged(const LedState &) {}
    virtual void abilitiesChanged(const ServerAbilities &) {}
    /// The server has refused sendPower().
    virtual void powerRefused() {}
    /// The answer to Client::ping().
    virtual void pong(quint64 /*token*/) {}
    virtual void nameChanged(const QString &) {}
    virtual void cursorChanged(const Cursor &) {}
    /// After it the state is Failed and nothing else comes.
    virtual void failed(const Failure &) {}
};

} // namespace portlight::rfb
