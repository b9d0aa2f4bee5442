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
/// The text is Latin-1.
[[nodiscard]] QByteArray cutTextMessage(QByteArrayView text);
/// rfbproto, "SetDesktopSize".
[[nodiscard]] QByteArray setDesktopSizeMessage(QSize size, const QList<Screen> &screens);

} // namespace portlight::rfb
