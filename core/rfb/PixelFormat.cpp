// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PixelFormat.h"

namespace portlight::rfb {

bool PixelFormat::isValid() const
{
    if (bitsPerPixel != 8 && bitsPerPixel != 16 && bitsPerPixel != 32)
        return false;
    if (!trueColour)
        return true;
    const auto fits = [this](quint16 max, quint8 shift) {
        return max > 0 && shift < bitsPerPixel && (quint64(max) << shift) < (quint64(1) << bitsPerPixel);
    };
    return fits(redMax, redShift) && fits(greenMax, greenShift) && fits(blueMax, blueShift);
}

bool PixelFormat::isNative() const
{
    PixelFormat same = *this;
    same.depth = native().depth;
    return same == native();
}

PixelFormat PixelFormat::rgb565(bool bigEndian)
{
    PixelFormat format;
    format.bitsPerPixel = 16;
    format.depth = 16;
    format.bigEndian = bigEndian;
    format.redMax = 31;
    format.greenMax = 63;
    format.blueMax = 31;
    format.redShift = 11;
    format.greenShift = 5;
    format.blueShift = 0;
    return format;
}

PixelFormat PixelFormat::bgr233()
{
    PixelFormat format;
    format.bitsPerPixel = 8;
    format.depth = 8;
    format.redMax = 7;
    format.greenMax = 7;
    format.blueMax = 3;
    format.redShift = 0;
    format.greenShift = 3;
    format.blueShift = 6;
    return format;
}

} // namespace portlight::rfb
