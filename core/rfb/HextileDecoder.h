// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"

namespace portlight::rfb {

/// Tiles of 16 by 16 pixels, raw or as subrectangles on a background (RFC 6143, section 7.7.4).
class HextileDecoder final : public Decoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

protected:
    void reset() override;

private:
    template <typename Pixel>
    [[nodiscard]] Status decodeTiles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer);
    template <typename Pixel>
    [[nodiscard]] Status decodeTile(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile);
    template <typename Pixel>
    [[nodiscard]] bool drawSubrectangles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer,
                                         const QRect &tile, bool coloured, int count);

    QPoint m_tile;                 ///< Of the next tile, from the rectangle's corner.
    quint32 m_background = opaque; ///< Carried from tile to tile.
    quint32 m_foreground = opaque;
};

} // namespace portlight::rfb
