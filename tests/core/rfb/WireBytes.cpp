// SPDX-License-Identifier: GPL-3.0-or-later
#include "WireBytes.h"

#include <QtEndian>

namespace portlight::rfb::testing {

namespace {

PixelFormat shifted(int red, int green, int blue, bool bigEndian)
{
    PixelFormat format;
    format.redShift = quint8(red);
    format.greenShift = quint8(green);
    format.blueShift = quint8(blue);
    format.bigEndian = bigEndian;
    return format;
}

PixelFormat thirtyBits(bool bigEndian)
{
    PixelFormat format = shifted(20, 10, 0, bigEndian);
    format.depth = 30;
    format.redMax = 1023;
    format.greenMax = 1023;
    format.blueMax = 1023;
    return format;
}

PixelFormat rgb555()
{
    PixelFormat format = PixelFormat::rgb565();
    format.depth = 15;
    format.greenMax = 31;
    format.redShift = 10;
    return format;
}

quint32 wireValue(const PixelFormat &format, quint32 rgb)
{
    const auto part = [](quint32 component, quint32 max, int shift) {
        return (component & 255) * max / 255 << shift;
    };
    return part(rgb >> 16, format.redMax, format.redShift) | part(rgb >> 8, format.greenMax, format.greenShift) |
           part(rgb, format.blueMax, format.blueShift);
}

} // namespace

QList<NamedFormat> trueColourFormats()
{
    return {{"native", PixelFormat::native()},
            {"native, big endian", shifted(16, 8, 0, true)},
            {"blue first", shifted(0, 8, 16, false)},
            {"upper bytes", shifted(24, 16, 8, false)},
            {"upper bytes, big endian", shifted(24, 16, 8, true)},
            {"30 bits", thirtyBits(false)},
            {"30 bits, big endian", thirtyBits(true)},
            {"565", PixelFormat::rgb565()},
            {"565, big endian", PixelFormat::rgb565(true)},
            {"555", rgb555()},
            {"233", PixelFormat::bgr233()}};
}

WireBytes &WireBytes::u8(int value)
{
    m_bytes.append(char(value));
    return *this;
}

WireBytes &WireBytes::u16(int value)
{
    return u8(value >> 8).u8(value & 255);
}

WireBytes &WireBytes::u32(qint64 value)
{
    return u16(int(value >> 16 & 0xffff)).u16(int(value & 0xffff));
}

WireBytes &WireBytes::bytes(const QByteArray &bytes)
{
    m_bytes.append(bytes);
    return *this;
}

WireBytes &WireBytes::padding(int count)
{
    m_bytes.append(count, '\0');
    return *this;
}

WireBytes &WireBytes::pixel(const PixelFormat &format, quint32 rgb)
{
    const quint32 value = wireValue(format, rgb);
    for (int i = 0; i < format.bytesPerPixel(); ++i) {
        const int byte = format.bigEndian ? format.bytesPerPixel() - 1 - i : i;
        u8(int(value >> (8 * byte) & 255));
    }
    return *this;
}

WireBytes &WireBytes::compactPixel(const PixelFormat &format, quint32 rgb)
{
    WireBytes whole;
    whole.pixel(format, rgb);
    if (format.bitsPerPixel != 32 || format.depth > 24)
        return bytes(whole.take());
    const bool lowByteUnused = format.redShift >= 8 && format.greenShift >= 8 && format.blueShift >= 8;
    const bool dropFirst = lowByteUnused != format.bigEndian;
    return bytes(dropFirst ? whole.take().sliced(1) : whole.take().first(3));
}

WireBytes &WireBytes::tightPixel(const PixelFormat &format, quint32 rgb)
{
    if (format.bitsPerPixel != 32 || format.depth != 24)
        return pixel(format, rgb);
    return u8(int(rgb >> 16 & 255)).u8(int(rgb >> 8 & 255)).u8(int(rgb & 255));
}

WireBytes &WireBytes::pixelFormat(const PixelFormat &format)
{
    u8(format.bitsPerPixel).u8(format.depth).u8(format.bigEndian).u8(format.trueColour);
    u16(format.redMax).u16(format.greenMax).u16(format.blueMax);
    return u8(format.redShift).u8(format.greenShift).u8(format.blueShift).padding(3);
}

WireBytes &WireBytes::handshake(QSize size, const PixelFormat &format)
{
    bytes("RFB 003.008\n").u8(1).u8(1).u32(0);
    return u16(size.width()).u16(size.height()).pixelFormat(format).u32(4).bytes("desk");
}

WireBytes &WireBytes::updateHeader(int rectangles)
{
    return u8(0).u8(0).u16(rectangles);
}

WireBytes &WireBytes::rectangle(int x, int y, int width, int height, qint32 encoding)
{
    return u16(x).u16(y).u16(width).u16(height).u32(encoding);
}

} // namespace portlight::rfb::testing
