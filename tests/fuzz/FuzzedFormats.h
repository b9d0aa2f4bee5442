// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PixelFormat.h"

#include <array>

namespace portlight::rfb::fuzzing {

/// The pixel format that the first byte of RfbDecoderFuzzer's input chooses.
inline PixelFormat chosenFormat(quint8 choice)
{
    PixelFormat deep;
    deep.depth = 30;
    deep.redMax = deep.greenMax = deep.blueMax = 1023;
    deep.redShift = 20;
    deep.greenShift = 10;
    PixelFormat high;
    high.redShift = 24;
    high.greenShift = 16;
    high.blueShift = 8;
    PixelFormat indexed = PixelFormat::bgr233();
    indexed.trueColour = false;
    const std::array formats = {
        PixelFormat::native(), PixelFormat::rgb565(), PixelFormat::bgr233(), deep, high, indexed};
    PixelFormat format = formats[choice % formats.size()];
    format.bigEndian = choice & 128;
    return format;
}

} // namespace portlight::rfb::fuzzing
