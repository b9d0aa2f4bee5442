// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Cursor.h"
#include "rfb/PixelFormat.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>

namespace portlight::rfb {

/// Everything that decoding a session needs to go on from one point between two messages, without what came before.
/// Client::keyframe() makes it, Client::resume() takes it.
struct Keyframe
{
    /// What a decoder carries from one rectangle to the next.
    struct Memory
    {
        /// Numbers are part of the recordings' format.
        enum class Owner : quint8 { Tight0 = 0, Tight1, Tight2, Tight3, Zlib = 4, Zrle = 5, Jpeg = 6 };
        Owner owner = Owner::Zrle;
        /// Of a zlib stream the last 32 KiB that came out of it (RFC 1951, section 3.2.5: no match reaches further
        /// back); of the JPEG encoding the tables it keeps.
        QByteArray bytes;
        friend bool operator==(const Memory &, const Memory &) = default;
    };

    QSize size = QSize(0, 0);
    PixelFormat pixelFormat; ///< On the wire.
    QString name;
    std::optional<Cursor> cursor; ///< The last one the server sent.
    QList<quint32> colours;       ///< 0x00RRGGBB; empty for true colour.
    QList<Memory> memories;       ///< Of decoders used before; each owner at most once.
    bool isComplete = false;      ///< Every pixel has come from the server.
    QByteArray pixels;            ///< As Framebuffer has them, rows from top to bottom, size.width() * 4 bytes each.
};

} // namespace portlight::rfb
