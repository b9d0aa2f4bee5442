// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portlight::rfb {

/// How pixels look on the wire (RFC 6143, section 7.4).
struct PixelFormat
{
    quint8 bitsPerPixel = 32; ///< 8, 16 or 32.
    quint8 depth = 24;        ///< Useful bits of a pixel.
    bool bigEndian = false;
    bool trueColour = true; ///< False: pixels are indices into the colour map the server sends.
    quint16 redMax = 255;   ///< 2^n - 1.
    quint16 greenMax = 255;
    quint16 blueMax = 255;
    quint8 redShift = 16; ///< Right shifts that bring a component to the least significant bit.
    quint8 greenShift = 8;
    quint8 blueShift = 0;

    bool operator==(const PixelFormat &) const = default;

    [[nodiscard]] int bytesPerPixel() const { return bitsPerPixel / 8; }
    /// 8, 16 or 32 bits, and all components within them.
    [[nodiscard]] bool isValid() const;
    /// The framebuffer's own layout: 32 bits, little endian, red at bit 16, green at 8, blue at 0.
    [[nodiscard]] bool isNative() const;

    /// What we ask for: the framebuffer's own layout.
    [[nodiscard]] static PixelFormat native() { return {}; }
    /// 16 bits, 5-6-5.
    [[nodiscard]] static PixelFormat rgb565(bool bigEndian = false);
    /// 8 bits, red in bits 0-2, green in bits 3-5, blue in bits 6-7.
    [[nodiscard]] static PixelFormat bgr233();
};

} // namespace portlight::rfb
