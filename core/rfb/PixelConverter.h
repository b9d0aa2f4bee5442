// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PixelFormat.h"
#include "rfb/PixelReaders.h"

#include <QList>

#include <type_traits>
#include <vector>

namespace portlight::rfb {

/// Turns pixels of the wire into pixels of the framebuffer. visit() picks the reader for the current format once, and
/// the decoder's code, a template over it, runs without further choices:
///
///     pixels.visit([&](auto pixel) { framebuffer.fill(rect, pixel.read(in.take(pixel.size))); });
class PixelConverter
{
public:
    explicit PixelConverter(const PixelFormat &format = PixelFormat::native());

    [[nodiscard]] const PixelFormat &format() const { return m_format; }
    /// The format must be valid. Colour maps start out black.
    void setFormat(const PixelFormat &format);
    /// SetColourMapEntries (RFC 6143, section 7.6.2), components 0 to 65535; without effect on true colour.
    void setColour(quint16 index, quint16 red, quint16 green, quint16 blue);
    /// All of them as 0x00RRGGBB, by index; empty for true colour.
    [[nodiscard]] QList<quint32> colours() const;

    /// Bytes of a PIXEL, of ZRLE's CPIXEL (section 7.7.5) and of Tight's TPIXEL (rfbproto, "Tight Encoding").
    [[nodiscard]] int pixelBytes() const { return m_format.bytesPerPixel(); }
    [[nodiscard]] int compactBytes() const { return m_compact ? 3 : pixelBytes(); }
    [[nodiscard]] int tightBytes() const { return m_tight ? 3 : pixelBytes(); }
    [[nodiscard]] bool hasTightPixels() const { return m_tight; }
    /// Pixels have the framebuffer's own layout.
    [[nodiscard]] bool isNative() const { return m_native; }

    [[nodiscard]] const ColourScale &scale() const { return m_scale; }
    /// A PIXEL as a number, in the format's byte order.
    [[nodiscard]] quint32 load(const uchar *bytes) const;

    template <typename Function>
    auto visit(Function &&function) const
    {
        switch (m_format.bitsPerPixel) {
        case 8:
            return function(TablePixel8{m_table.data()});
        case 16:
            return function(TablePixel16{m_table.data()});
        default:
            break;
        }
        if (m_native)
            return function(NativePixel{});
        if (!m_format.trueColour && m_format.bigEndian)
            return function(IndexPixel32<true>{m_table.data()});
        if (!m_format.trueColour)
            return function(IndexPixel32<false>{m_table.data()});
        if (m_format.bigEndian)
            return function(ScaledPixel32<true>{&m_scale});
        return function(ScaledPixel32<false>{&m_scale});
    }

    /// The same for ZRLE's CPIXEL.
    template <typename Function>
    auto visitCompact(Function &&function) const
    {
        if (!m_compact)
            return visit(function);
        if (m_native)
            return function(NativeCompactPixel{});
        if (m_format.bigEndian)
            return function(ScaledCompactPixel<true>{&m_scale, m_compactShift});
        return function(ScaledCompactPixel<false>{&m_scale, m_compactShift});
    }

    /// The same for Tight's TPIXEL.
    template <typename Function>
    auto visitTight(Function &&function) const
    {
        return m_tight ? function(RgbPixel{}) : visit(function);
    }

private:
    [[nodiscard]] size_t tableIndex(quint16 index) const;
    void findCompactForm();
    void fillTable();

    PixelFormat m_format;
    ColourScale m_scale;
    std::vector<quint32> m_table; ///< 256 or 65536 colours, for 8 and 16 bits and for colour maps.
    bool m_native = true;
    bool m_compact = true;
    bool m_tight = true;
    int m_compactShift = 0;
};

/// Three bytes each, the last pixels one by one; no byte behind them is read.
template <bool redFirst>
inline void convertTriples(quint32 *to, const uchar *from, int count)
{
    int i = 0;
    for (; i + 1 < count; ++i) {
        const quint32 value = qFromUnaligned<quint32>(from + qsizetype(i) * 3);
        to[i] = opaque | (redFirst ? qFromBigEndian(value) >> 8 : qFromLittleEndian(value) & 0xffffffU);
    }
    for (; i < count; ++i) {
        const uchar *const bytes = from + qsizetype(i) * 3;
        to[i] = redFirst ? RgbPixel{}.read(bytes) : NativeCompactPixel{}.read(bytes);
    }
}

/// Turns `count` adjoining pixels.
template <typename Pixel>
inline void convertPixels(const Pixel &pixel, quint32 *to, const uchar *from, int count)
{
    if constexpr (std::is_same_v<Pixel, RgbPixel> || std::is_same_v<Pixel, NativeCompactPixel>)
        return convertTriples<std::is_same_v<Pixel, RgbPixel>>(to, from, count);
    for (int i = 0; i < count; ++i)
        to[i] = pixel.read(from + qsizetype(i) * Pixel::size);
}

} // namespace portlight::rfb
