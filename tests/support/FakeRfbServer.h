// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerConnection.h"

#include <QImage>
#include <QRect>

#include <functional>

namespace portlight {

/// The bytes of an RFB 3.8 server (RFC 6143), true or not, for the scripts of a HostileServer.
namespace FakeRfbServer {

/// Greets without a password and sends ServerInit; reads what the client must say meanwhile.
void greet(ServerConnection &connection, QSize size, const QByteArray &name = "fake");
/// Only version and security None, with the client's answers; before ServerInit.
void greetUntilInit(ServerConnection &connection);
[[nodiscard]] QByteArray serverInit(QSize size, const QByteArray &name);
/// A FramebufferUpdate with one rectangle: header and pixels or whatever `body` is.
[[nodiscard]] QByteArray update(const QRect &rect, qint32 encoding, const QByteArray &body);
/// The whole picture in Raw.
[[nodiscard]] QByteArray picture(const QImage &image);
/// Something that counts as a desktop.
[[nodiscard]] QImage desktop(QSize size = {800, 600});
/// Sees each message of the client: type and the bytes after it.
using Listener = std::function<void(int type, const QByteArray &body)>;
/// Answers each FramebufferUpdateRequest that is not incremental with the picture; until the client leaves.
void serve(ServerConnection &connection, const QImage &image, const Listener &listener = {});

} // namespace FakeRfbServer

} // namespace portlight
