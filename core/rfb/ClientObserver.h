// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Cursor.h"
#include "rfb/Encoding.h"
#include "rfb/Failure.h"
#include "rfb/PixelFormat.h"

#include <QRect>
#include <QSize>
#include <QString>

namespace portlight::rfb {

enum class ClientState {
    Version,        ///< Waiting for the server's banner.
    Security,       ///< Waiting for the security types.
    Authentication, ///< Waiting for a challenge, or for providePassword().
    SecurityResult, ///< Waiting for the server's word.
    Initialisation, ///< Waiting for ServerInit.
    Running,        ///< Updates come and input goes.
    Failed,         ///< See Client::failure(). Final.
    Closed,         ///< The connection ended. Final.
};

/// How the server answered a wish for another desktop size (rfbproto, ExtendedDesktopSize, y-position).
enum class ResizeStatus { Accepted = 0, Prohibited = 1, OutOfResources = 2, InvalidLayout = 3, Other = 4 };

/// What a Client tells. Called from within Client::receive() (and providePassword(), connectionClosed()), in that
/// thread. It may call every method of the client except receive(); close() stops the work on bytes already received.
class ClientObserver
{
public:
    virtual ~ClientObserver() = default;

    virtual void stateChanged(ClientState) {}
    /// Answer with Client::providePassword(), now or later; until then nothing happens.
    virtual void passwordRequired() {}
    /// The server's own pixel format; what is on the wire is Client::pixelFormat().
    virtual void initialised(QSize, const QString & /*name*/, const PixelFormat &) {}
    /// The picture changed here. Comes for parts of large rectangles too, as they grow; how many parts depends on how
    /// the bytes come in.
    virtual void rectangleUpdated(const QRect &) {}
    /// The server uses this encoding for pixels; told once for each.
    virtual void encodingUsed(Encoding) {}
    /// A FramebufferUpdate is complete: a good moment to paint.
    virtual void updateFinished() {}
    /// The framebuffer has another size; what both sizes share is kept, its coverage starts anew.
    virtual void resized(QSize) {}
    /// The server's answer to Client::setDesktopSize() of ours.
    virtual void resizeAnswered(ResizeStatus) {}
    virtual void bell() {}
    /// Latin-1 as the protocol has it, decoded, line ends \n; cut at Limits::keptCutTextBytes.
    virtual void serverCutText(const QString &) {}
    virtual void nameChanged(const QString &) {}
    virtual void cursorChanged(const Cursor &) {}
    /// After it the state is Failed and nothing else comes.
    virtual void failed(const Failure &) {}
};

} // namespace portlight::rfb
