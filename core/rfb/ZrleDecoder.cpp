// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZrleDecoder.h"

#include "rfb/IndexRows.h"

#include <algorithm>
#include <cstring>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// Subencodings of a tile.
constexpr int rawTile = 0;
constexpr int solidTile = 1;
constexpr int largestPackedPalette = 16;
constexpr int plainRuns = 128;
constexpr int firstPaletteRuns = 130; // 128 + size of the palette, which is 2 or more

} // namespace

void ZrleDecoder::reset()
{
    m_hasLength = false;
    m_tile = QPoint(0, 0);
}

bool ZrleDecoder::wrong(const QString &what)
{
    m_wrong = what;
    return false;
}

Decoder::Status ZrleDecoder::begin(ByteReader &in, const PixelConverter &pixels)
{
    if (!in.has(4))
        return Status::NeedMore;
    const quint32 length = in.u32();
    const qsizetype columns = (rect().width() + tileEdge - 1) / tileEdge;
    const qsizetype rows = (rect().height() + tileEdge - 1) / tileEdge;
    const qsizetype pixelCount = qsizetype(rect().width()) * rect().height();
    const qsizetype tileOverhead = 1 + paletteSize * pixels.compactBytes();
    const qsizetype largest = pixelCount * (pixels.compactBytes() + 1) + columns * rows * tileOverhead;
    if (length > largestCompressedSize(largest, columns * rows))
        return fail(u"%1 compressed bytes are more than it can need"_s.arg(length));
    unpacked().begin(length, tileOverhead + tileEdge * tileEdge * (pixels.compactBytes() + 1));
    m_hasLength = true;
    return Status::Done;
}

Decoder::Status ZrleDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    if (!m_hasLength) {
        const Status status = begin(in, pixels);
        if (status != Status::Done)
            return status;
    }
    if (!rect().isEmpty() && m_tile.y() < rect().height()) {
        const Status status = pixels.visitCompact([&](auto pixel) { return decodeTiles(pixel, in, framebuffer); });
        if (status != Status::Done)
            return status;
    }
    return outcome(unpacked().finish(in, m_stream));
}

template <typename Pixel>
Decoder::Status ZrleDecoder::decodeTiles(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer)
{
    while (m_tile.y() < rect().height()) {
        const QSize size(std::min(tileEdge, rect().width() - m_tile.x()),
                         std::min(tileEdge, rect().height() - m_tile.y()));
        // With this much at hand no tile needs to wait half-read.
        const int largest = 1 + paletteSize * Pixel::size + size.width() * size.height() * (Pixel::size + 1);
        const InflateBuffer::Status filled = unpacked().fill(in, m_stream, largest);
        if (filled != InflateBuffer::Status::Ready)
            return outcome(filled);
        ByteReader tileBytes(unpacked().data(), unpacked().available());
        if (!decodeTile(pixel, tileBytes, framebuffer, QRect(rect().topLeft() + m_tile, size)))
            return fail(u"tile at %1,%2: %3"_s.arg(m_tile.x()).arg(m_tile.y()).arg(m_wrong));
        unpacked().consume(unpacked().available() - tileBytes.available());
        m_tile.rx() += tileEdge;
        if (m_tile.x() >= rect().width()) {
            m_tile = QPoint(0, m_tile.y() + tileEdge);
            setFinishedRows(std::min(m_tile.y(), rect().height()));
        }
    }
    return Status::Done;
}

template <typename Pixel>
bool ZrleDecoder::decodeTile(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile)
{
    if (!in.has(1))
        return wrong(u"missing"_s);
    const int kind = in.u8();
    if (kind == rawTile)
        return decodeRaw(pixel, in, framebuffer, tile);
    if (kind == solidTile) {
        if (!in.has(Pixel::size))
            return wrong(u"its colour is cut off"_s);
        framebuffer.fill(tile, pixel.read(in.take(Pixel::size)));
        return true;
    }
    if (kind <= largestPackedPalette)
        return readPalette(pixel, in, kind) && decodePacked(in, framebuffer, tile, kind);
    if (kind == plainRuns)
        return decodeRuns(pixel, in, framebuffer, tile);
    if (kind >= firstPaletteRuns)
        return readPalette(pixel, in, kind - plainRuns) && decodePaletteRuns(in, framebuffer, tile, kind - plainRuns);
    return wrong(u"unknown subencoding %1"_s.arg(kind));
}

template <typename Pixel>
bool ZrleDecoder::decodeRaw(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile)
{
    const int rowBytes = tile.width() * Pixel::size;
    if (!in.has(rowBytes * tile.height()))
        return wrong(u"its pixels are cut off"_s);
    for (int y = tile.top(); y <= tile.bottom(); ++y)
        convertPixels(pixel, framebuffer.row(y) + tile.x(), in.take(rowBytes), tile.width());
    return true;
}

template <typename Pixel>
bool ZrleDecoder::readPalette(const Pixel &pixel, ByteReader &in, int count)
{
    if (!in.has(count * Pixel::size))
        return wrong(u"its palette is cut off"_s);
    convertPixels(pixel, m_palette.data(), in.take(count * Pixel::size), count);
    return true;
}

bool ZrleDecoder::decodePacked(ByteReader &in, Framebuffer &framebuffer, const QRect &tile, int colours)
{
    const int bits = colours == 2 ? 1 : colours <= 4 ? 2 : 4;
    const int rowBytes = (tile.width() * bits + 7) / 8;
    if (!in.has(rowBytes * tile.height()))
        return wrong(u"its indices are cut off"_s);
    const bool needsCheck = colours < 1 << bits;
    for (int y = tile.top(); y <= tile.bottom(); ++y) {
        const uchar *const indices = in.take(rowBytes);
        if (needsCheck && highestIndex(indices, bits, tile.width()) >= colours)
            return wrong(u"palette index %1 of %2"_s.arg(highestIndex(indices, bits, tile.width())).arg(colours));
        expandIndices(indices, bits, tile.width(), m_palette.data(), framebuffer.row(y) + tile.x());
    }
    return true;
}

/// Lengths are 1 plus the sum of bytes up to and including the first that is not 255.
bool ZrleDecoder::addRun(ByteReader &in, int &at, int end, quint32 colour)
{
    int length = 1;
    for (quint8 byte = 255; byte == 255; length += byte) {
        if (!in.has(1))
            return wrong(u"a run is cut off"_s);
        byte = in.u8();
        if (length + byte > end - at)
            return wrong(u"a run leaves the tile"_s);
    }
    quint32 *const run = m_runs.data() + at;
    std::fill_n(run, shortRun, colour); // what is too much is overwritten
    if (length > shortRun)
        std::fill_n(run + shortRun, length - shortRun, colour);
    at += length;
    return true;
}

template <typename Pixel>
bool ZrleDecoder::decodeRuns(const Pixel &pixel, ByteReader &in, Framebuffer &framebuffer, const QRect &tile)
{
    const int end = tile.width() * tile.height();
    for (int at = 0; at < end;) {
        if (!in.has(Pixel::size))
            return wrong(u"a run's colour is cut off"_s);
        const quint32 colour = pixel.read(in.take(Pixel::size));
        if (!addRun(in, at, end, colour))
            return false;
    }
    copyTile(framebuffer, tile);
    return true;
}

bool ZrleDecoder::decodePaletteRuns(ByteReader &in, Framebuffer &framebuffer, const QRect &tile, int colours)
{
    const int end = tile.width() * tile.height();
    for (int at = 0; at < end;) {
        if (!in.has(1))
            return wrong(u"a run's index is cut off"_s);
        const int byte = in.u8();
        const int index = byte & 127;
        if (index >= colours)
            return wrong(u"palette index %1 of %2"_s.arg(index).arg(colours));
        const quint32 colour = m_palette[size_t(index)];
        if (!(byte & 128))
            m_runs[size_t(at++)] = colour;
        else if (!addRun(in, at, end, colour))
            return false;
    }
    copyTile(framebuffer, tile);
    return true;
}

void ZrleDecoder::copyTile(Framebuffer &framebuffer, const QRect &tile) const
{
    for (int y = 0; y < tile.height(); ++y)
        std::memcpy(framebuffer.row(tile.y() + y) + tile.x(), m_runs.data() + qsizetype(y) * tile.width(),
                    size_t(tile.width()) * sizeof(quint32));
}

} // namespace portlight::rfb
