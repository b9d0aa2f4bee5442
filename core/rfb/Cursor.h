// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QSize>

namespace portlight::rfb {

/// The pointer's shape, to be drawn by the viewer (RFC 6143, section 7.8.1). An empty size means: no visible pointer.
struct Cursor
{
    QSize size = QSize(0, 0);
    QPoint hotspot;
    QList<quint32>
        pixels; ///< Rows from top to bottom, 0xAARRGGBB, premultiplied; size.width() * size.height() of them.
};

} // namespace portlight::rfb
