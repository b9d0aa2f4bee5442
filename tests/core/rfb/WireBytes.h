// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PixelFormat.h"

#include <QByteArray>
#include <QList>
#include <QSize>

namespace portlight::rfb::testing {

/// What a server sends, written down in the order of the protocol.
class WireBytes
{
public:
    WireBytes() = default;

    WireBytes &u8(int value);
    WireBytes &u16(int value);
    WireBytes &u32(qint64 value);
    WireBytes &bytes(const QByteArray &bytes);
    WireBytes &padding(int count);
    /// A PIXEL of 0xRRGGBB; use components of 0 and 255 to have it survive every format.
    WireBytes &pixel(const PixelFormat &format, quint32 rgb);
    /// ZRLE's CPIXEL.
    WireBytes &compactPixel(const PixelFormat &format, quint32 rgb);
    /// Tight's TPIXEL.
    WireBytes &tightPixel(const PixelFormat &format, quint32 rgb);
    WireBytes &pixelFormat(const PixelFormat &format);

    /// Banner 3.8, security None, ServerInit with the name "desk".
    WireBytes &handshake(QSize size, const PixelFormat &format);
    WireBytes &updateHeader(int rectangles);
    WireBytes &rectangle(int x, int y, int width, int height, qint32 encoding);

    [[nodiscard]] const QByteArray &take() const { return m_bytes; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

/// A named format for data-driven tests.
struct NamedFormat
{
    const char *name;
    PixelFormat format;
};

/// 32, 16 and 8 bits, both byte orders, odd shifts and depths; true colour all.
[[nodiscard]] QList<NamedFormat> trueColourFormats();

} // namespace portlight::rfb::testing
