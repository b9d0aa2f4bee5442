// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <array>
#include <cstring>

namespace portlight::rfb {

// One small type per way a pixel lies on the wire, so that decoders are compiled for each of them: `size` bytes at
// `bytes` become 0xffRRGGBB, without a call per pixel.

constexpr quint32 opaque = 0xff000000U;

/// How one colour component is cut out of a pixel and brought to 0-255.
struct ComponentScale
{
    quint32 shift = 0;
    quint32 max = 255;
    std::array<quint8, 256> table{}; ///< For max up to 255.

    [[nodiscard]] quint32 component(quint32 pixel) const { return (pixel >> shift) & max; }
    [[nodiscard]] quint32 scaled(quint32 component) const
    {
        return max <= 255 ? table[component] : (component * 255U + max / 2) / max;
    }
};

/// All three of them.
struct ColourScale
{
    ComponentScale red;
    ComponentScale green;
    ComponentScale blue;

    [[nodiscard]] quint32 colour(quint32 pixel) const
    {
        return opaque | red.scaled(red.component(pixel)) << 16 | green.scaled(green.component(pixel)) << 8 |
               blue.scaled(blue.component(pixel));
    }
};

/// The framebuffer's own layout.
struct NativePixel
{
    static constexpr int size = 4;
    [[nodiscard]] quint32 read(const uchar *bytes) const { return qFromLittleEndian<quint32>(bytes) | opaque; }
};

/// The same without the unused byte, as ZRLE sends it (CPIXEL).
struct NativeCompactPixel
{
    static constexpr int size = 3;
    [[nodiscard]] quint32 read(const uchar *bytes) const
    {
        return opaque | quint32(bytes[2]) << 16 | quint32(bytes[1]) << 8 | bytes[0];
    }
};

/// Red, green, blue, as Tight sends it (TPIXEL).
struct RgbPixel
{
    static constexpr int size = 3;
    [[nodiscard]] quint32 read(const uchar *bytes) const
    {
        return opaque | quint32(bytes[0]) << 16 | quint32(bytes[1]) << 8 | bytes[2];
    }
};

/// Any 8-bit format, colour maps included.
struct TablePixel8
{
    static constexpr int size = 1;
    const quint32 *table;
    [[nodiscard]] quint32 read(const uchar *bytes) const { return table[*bytes]; }
};

/// Any 16-bit format of either byte order; the table is indexed by the bytes as this machine loads them.
struct TablePixel16
{
    static constexpr int size = 2;
    const quint32 *table;
    [[nodiscard]] quint32 read(const uchar *bytes) const { return table[qFromUnaligned<quint16>(bytes)]; }
};

/// Any other 32-bit true colour format.
template <bool bigEndian>
struct ScaledPixel32
{
    static constexpr int size = 4;
    const ColourScale *scale;
    [[nodiscard]] quint32 read(const uchar *bytes) const
    {
        return scale->colour(bigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes));
    }
};

/// Such a format as ZRLE sends it: three of its four bytes; `shift` says which.
template <bool bigEndian>
struct ScaledCompactPixel
{
    static constexpr int size = 3;
    const ColourScale *scale;
    int shift; ///< 8 when the least significant byte is the unused one, else 0.
    [[nodiscard]] quint32 read(const uchar *bytes) const
    {
        const quint32 value = bigEndian ? quint32(bytes[0]) << 16 | quint32(bytes[1]) << 8 | bytes[2]
                                        : quint32(bytes[2]) << 16 | quint32(bytes[1]) << 8 | bytes[0];
        return scale->colour(value << shift);
    }
};

/// 32-bit indices into a colour map; those beyond it are black.
template <bool bigEndian>
struct IndexPixel32
{
    static constexpr int size = 4;
    const quint32 *table;
    [[nodiscard]] quint32 read(const uchar *bytes) const
    {
        const quint32 index = bigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
        return index <= 0xffff ? table[index] : opaque;
    }
};

} // namespace portlight::rfb
