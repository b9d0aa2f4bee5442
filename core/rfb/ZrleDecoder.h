// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PackedDecoder.h"

#include <array>

namespace portlight::rfb {

/// Tiles of 64 by 64 pixels, raw, with palettes or run-length encoded, packed with zlib (RFC 6143, section 7.7.6).
class ZrleDecoder final : public PackedDecoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

    /// For keyframes.
    [[nodiscard]] ZlibStream &stream() { return m_stream; }

protected:
    void reset() override;

private:
    static constexpr int tileEdge = 64;
    static constexpr int paletteSize = 128; ///< 127 at most, and the indices' seventh bit reaches no further.
    static constexpr int shortRun = 8;      ///< Written at once, without asking how long it is.

    [[nodiscard]] Status begin(ByteReader &in, const PixelConverter &pixels);
    template <typename Pixel>
    [[nodiscard]] Status decodeTiles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer);
    template <typename Pixel>
    [[nodiscard]] bool decodeTile(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile);
    template <typename Pixel>
    [[nodiscard]] bool decodeRaw(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile);
    template <typename Pixel>
    [[nodiscard]] bool readPalette(const Pixel &pixel, ByteReader &in, int count);
    [[nodiscard]] bool decodePacked(ByteReader &in, Framebuffer &framebuffer, const QRect &tile, int colours);
    template <typename Pixel>
    [[nodiscard]] bool decodeRuns(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile);
    [[nodiscard]] bool decodePaletteRuns(ByteReader &in, Framebuffer &framebuffer, const QRect &tile, int colours);
    [[nodiscard]] bool addRun(ByteReader &in, int &at, int end, quint32 colour);
    void copyTile(Framebuffer &framebuffer, const QRect &tile) const;
    [[nodiscard]] bool wrong(const QString &what);

    ZlibStream m_stream;
    bool m_hasLength = false;
    QPoint m_tile;   ///< Of the next tile, from the rectangle's corner.
    QString m_wrong; ///< With the tile that could not be read.
    std::array<quint32, paletteSize> m_palette{};
    std::array<quint32, size_t(tileEdge) * tileEdge + shortRun>
        m_runs{}; ///< A tile of runs, which do not care for rows.
};

} // namespace portlight::rfb
