// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/PixelFormat.h"

namespace portlight::rfb {

/// The 16 bytes of RFC 6143, section 7.4, whatever they say; the reader must have them.
[[nodiscard]] inline PixelFormat readPixelFormat(ByteReader &in)
{
    PixelFormat format;
    format.bitsPerPixel = in.u8();
    format.depth = in.u8();
    format.bigEndian = in.u8() != 0;
    format.trueColour = in.u8() != 0;
    format.redMax = in.u16();
    format.greenMax = in.u16();
    format.blueMax = in.u16();
    format.redShift = in.u8();
    format.greenShift = in.u8();
    format.blueShift = in.u8();
    in.skip(3);
    return format;
}

} // namespace portlight::rfb
