// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/CursorReader.h"

namespace portlight::rfb {

namespace {

qsizetype maskStride(QSize size)
{
    return (size.width() + 7) / 8;
}

} // namespace

qsizetype cursorBytes(QSize size, const PixelConverter &pixels)
{
    return (qsizetype(size.width()) * pixels.pixelBytes() + maskStride(size)) * size.height();
}

Cursor readCursorShape(ByteReader &in, QSize size, const PixelConverter &pixels)
{
    Cursor cursor;
    const qsizetype count = qsizetype(size.width()) * size.height();
    const uchar *const colours = in.take(count * pixels.pixelBytes());
    const uchar *const mask = in.take(maskStride(size) * size.height());
    if (count == 0)
        return cursor;
    cursor.size = size;
    cursor.pixels.resize(count);
    pixels.visit([&](auto pixel) { convertPixels(pixel, cursor.pixels.data(), colours, int(count)); });
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (!(mask[y * maskStride(size) + x / 8] & 0x80 >> x % 8))
                cursor.pixels[qsizetype(y) * size.width() + x] = 0;
        }
    }
    return cursor;
}

} // namespace portlight::rfb
