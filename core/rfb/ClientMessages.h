// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PixelFormat.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPoint>
#include <QRect>

namespace portlight::rfb {

/// A screen of an extended desktop (rfbproto, "ExtendedDesktopSize").
struct Screen
{
    quint32 id = 0;
    QRect geometry;
    quint32 flags = 0;
};

// Messages from the client to the server, as bytes (RFC 6143, section 7.5). Coordinates and sizes must be within 0 to
// 65535.

[[nodiscard]] QByteArray setPixelFormatMessage(const PixelFormat &format);
[[nodiscard]] QByteArray setEncodingsMessage(const QList<qint32> &encodings);
[[nodiscard]] QByteArray updateRequestMessage(bool incremental, const QRect &rect);
[[nodiscard]] QByteArray keyMessage(quint32 keysym, bool pressed);
[[nodiscard]] QByteArray pointerMessage(QPoint position, quint8 buttons);
/// rfbproto, "ExtendedMouseButtons Pseudo-encoding": bits 0 to 14 of the buttons.
[[nodiscard]] QByteArray extendedPointerMessage(QPoint position, quint16 buttons);
/// rfbproto, "QEMU Extended Key Event Message". The scan code is of XT set 1; keys with the prefix 0xe0 may have it in
/// the second byte (0xe01d) or as bit 7 (0x9d, what goes over the wire).
[[nodiscard]] QByteArray extendedKeyMessage(quint32 keysym, quint32 scanCode, bool pressed);
/// The text is Latin-1.
[[nodiscard]] QByteArray cutTextMessage(QByteArrayView text);
/// Content of the extended clipboard (rfbproto, "Extended Clipboard Pseudo-Encoding"), flags and all.
[[nodiscard]] QByteArray extendedCutTextMessage(QByteArrayView content);
/// rfbproto, "ClientFence"; at most 64 bytes of payload.
[[nodiscard]] QByteArray fenceMessage(quint32 flags, QByteArrayView payload);
/// rfbproto, "EnableContinuousUpdates".
[[nodiscard]] QByteArray continuousUpdatesMessage(bool on, const QRect &rect);
/// rfbproto, "xvp Client Message".
[[nodiscard]] QByteArray xvpMessage(quint8 code);
/// rfbproto, "SetDesktopSize".
[[nodiscard]] QByteArray setDesktopSizeMessage(QSize size, const QList<Screen> &screens);

} // namespace portlight::rfb
