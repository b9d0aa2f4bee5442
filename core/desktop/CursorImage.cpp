// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/CursorImage.h"

namespace portlight {

QImage cursorImage(const rfb::Cursor &cursor)
{
    if (cursor.size.isEmpty())
        return {};
    return QImage(reinterpret_cast<const uchar *>(cursor.pixels.constData()), cursor.size.width(), cursor.size.height(),
                  cursor.size.width() * 4, QImage::Format_ARGB32_Premultiplied)
        .copy();
}

} // namespace portlight
