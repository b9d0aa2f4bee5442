// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/HextileDecoder.h"

#include "rfb/SmallFill.h"

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tileEdge = 16;

// Bits of a tile's subencoding.
constexpr quint8 rawTile = 1;
constexpr quint8 backgroundSpecified = 2;
constexpr quint8 foregroundSpecified = 4;
constexpr quint8 anySubrectangles = 8;
constexpr quint8 subrectanglesColoured = 16;
constexpr quint8 allBits = 31;

} // namespace

void HextileDecoder::reset()
{
    m_tile = QPoint(0, 0);
    m_background = opaque;
    m_foreground = opaque;
}

Decoder::Status HextileDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    if (rect().isEmpty())
        return Status::Done;
    return pixels.visit([&](auto pixel) { return decodeTiles(pixel, in, framebuffer); });
}

template <typename Pixel>
Decoder::Status HextileDecoder::decodeTiles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer)
{
    while (m_tile.y() < rect().height()) {
        const QSize size(std::min(tileEdge, rect().width() - m_tile.x()),
                         std::min(tileEdge, rect().height() - m_tile.y()));
        const Status status = decodeTile(pixel, in, framebuffer, QRect(rect().topLeft() + m_tile, size));
        if (status != Status::Done)
            return status;
        m_tile.rx() += tileEdge;
        if (m_tile.x() >= rect().width()) {
            m_tile = QPoint(0, m_tile.y() + tileEdge);
            setFinishedRows(std::min(m_tile.y(), rect().height()));
        }
    }
    return Status::Done;
}

template <typename Pixel>
Decoder::Status HextileDecoder::decodeTile(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer,
                                           const QRect &tile)
{
    if (!in.has(1))
        return Status::NeedMore;
    const quint8 bits = *in.data();
    if (bits > allBits)
        return fail(u"tile at %1,%2 has the unknown subencoding %3"_s.arg(m_tile.x()).arg(m_tile.y()).arg(bits));
    if (bits & rawTile) {
        const int rowBytes = tile.width() * Pixel::size;
        if (!in.has(1 + rowBytes * tile.height()))
            return Status::NeedMore;
        in.skip(1);
        for (int y = tile.top(); y <= tile.bottom(); ++y)
            convertPixels(pixel, framebuffer.row(y) + tile.x(), in.take(rowBytes), tile.width());
        return Status::Done;
    }
    int needed = 1;
    needed += bits & backgroundSpecified ? Pixel::size : 0;
    needed += bits & foregroundSpecified ? Pixel::size : 0;
    int count = 0;
    if (bits & anySubrectangles) {
        if (!in.has(needed + 1))
            return Status::NeedMore;
        count = in.data()[needed];
        needed += 1 + count * (2 + (bits & subrectanglesColoured ? Pixel::size : 0));
    }
    if (!in.has(needed))
        return Status::NeedMore;
    in.skip(1);
    if (bits & backgroundSpecified)
        m_background = pixel.read(in.take(Pixel::size));
    if (bits & foregroundSpecified)
        m_foreground = pixel.read(in.take(Pixel::size));
    fillSmall(framebuffer.row(tile.y()) + tile.x(), framebuffer.width(), tile.width(), tile.height(), m_background);
    if (!(bits & anySubrectangles))
        return Status::Done;
    in.skip(1);
    if (!drawSubrectangles(pixel, in, framebuffer, tile, bits & subrectanglesColoured, count))
        return fail(u"tile at %1,%2 has a subrectangle outside"_s.arg(m_tile.x()).arg(m_tile.y()));
    return Status::Done;
}

template <typename Pixel>
bool HextileDecoder::drawSubrectangles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile,
                                       bool coloured, int count)
{
    quint32 *const corner = framebuffer.row(tile.y()) + tile.x();
    const qsizetype stride = framebuffer.width();
    for (int i = 0; i < count; ++i) {
        const quint32 colour = coloured ? pixel.read(in.take(Pixel::size)) : m_foreground;
        const quint8 position = in.u8();
        const quint8 size = in.u8();
        const int x = position >> 4;
        const int y = position & 15;
        const int width = (size >> 4) + 1;
        const int height = (size & 15) + 1;
        if (x + width > tile.width() || y + height > tile.height())
            return false;
        fillSmall(corner + y * stride + x, stride, width, height, colour);
    }
    return true;
}

} // namespace portlight::rfb
