// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portlight::rfb {

/// Hears the server's messages as bytes while a Client decodes them: what a recording is made of. Called from within
/// Client::receive(), in that thread; must not call the client, except Client::keyframe() where it says so.
class StreamTap
{
public:
    virtual ~StreamTap() = default;

    /// These bytes have been decoded. In order, in any pieces; nothing of the handshake or of an encrypted channel
    /// around it, and no clipboard texts.
    virtual void decoded(QByteArrayView bytes) = 0;
    /// A message is over and the next has not begun: Client::keyframe() may be asked for.
    virtual void betweenMessages() = 0;
};

} // namespace portlight::rfb
