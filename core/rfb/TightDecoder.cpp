// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/TightDecoder.h"

#include "rfb/IndexRows.h"
#include "rfb/JpegImage.h"
#include "rfb/PngImage.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// The upper four bits of the first byte.
constexpr int explicitFilter = 4; // of basic compression, whose lower two bits number the zlib stream
constexpr int firstSpecial = 8;
constexpr int fillKind = 8;
constexpr int jpegKind = 9;
constexpr int pngKind = 10;

constexpr qsizetype smallestPacked = 12; ///< Fewer bytes are not compressed.

/// A length in one to three bytes of 7, 7 and 8 bits; nothing when it is cut off.
std::optional<qsizetype> readCompactLength(ByteReader &in)
{
    quint32 length = 0;
    for (int i = 0; i < 3; ++i) {
        if (!in.has(1))
            return std::nullopt;
        const quint8 byte = in.u8();
        length |= quint32(i == 2 ? byte : byte & 127) << (7 * i);
        if (i == 2 || !(byte & 128))
            break;
    }
    return length;
}

} // namespace

void TightDecoder::reset()
{
    m_phase = Phase::Header;
    m_row = 0;
}

Decoder::Status TightDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    if (m_phase == Phase::Header) {
        ByteReader header = in; // short, and read again from its start when it is not complete
        const Status status = readHeader(header, pixels, framebuffer);
        if (status != Status::Done)
            return status;
        in = header;
    }
    switch (m_phase) {
    case Phase::PlainRows:
        return readPlainRows(in, pixels, framebuffer);
    case Phase::PackedRows:
        return readPackedRows(in, pixels, framebuffer);
    case Phase::Jpeg:
    case Phase::Png:
        return readPicture(in, framebuffer);
    case Phase::Header:
    case Phase::Finished:
        break;
    }
    return Status::Done;
}

Decoder::Status TightDecoder::readHeader(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    if (!in.has(1))
        return Status::NeedMore;
    const quint8 control = in.u8();
    const int kind = control >> 4;
    Status status = Status::Failed;
    if (kind == fillKind)
        status = readFill(in, pixels, framebuffer);
    else if (kind == jpegKind)
        status = readPictureHeader(in, Phase::Jpeg);
    else if (kind == pngKind && m_form == Form::TightPng)
        status = readPictureHeader(in, Phase::Png);
    else if (kind < firstSpecial && m_form == Form::Tight)
        status = readBasicHeader(in, pixels, kind);
    else
        return fail(u"unknown compression %1"_s.arg(kind));
    if (status == Status::Done)
        resetStreams(control);
    return status;
}

void TightDecoder::resetStreams(int bits)
{
    for (size_t i = 0; i < m_streams->size(); ++i) {
        if (bits >> i & 1)
            (*m_streams)[i].reset();
    }
}

TightDecoder::Extent TightDecoder::extent(ByteReader in, const QRect &rect, const PixelConverter &pixels)
{
    const qsizetype all = in.available();
    Extent extent;
    if (!in.has(1))
        return extent;
    const quint8 control = in.u8();
    const int kind = control >> 4;
    extent.resets = control & 15;
    extent.isPicture = kind == jpegKind;
    qsizetype content = kind == fillKind ? pixels.tightBytes() : 0;
    if (kind < firstSpecial) {
        int filter = 0;
        if (kind & explicitFilter) {
            if (!in.has(1))
                return extent;
            filter = in.u8();
            if (filter > int(Filter::Gradient) || (filter == int(Filter::Gradient) && !pixels.format().trueColour)) {
                extent.status = Status::Failed;
                return extent;
            }
        }
        qsizetype rowBytes = qsizetype(rect.width()) * pixels.tightBytes();
        if (filter == int(Filter::Palette)) {
            const int colours = in.has(1) ? in.u8() + 1 : 1;
            if (!in.has(colours * pixels.tightBytes()))
                return extent;
            in.skip(colours * pixels.tightBytes());
            rowBytes = colours <= 2 ? (rect.width() + 7) / 8 : rect.width();
        }
        content = rowBytes * rect.height();
        if (content >= smallestPacked)
            extent.stream = kind & 3;
    }
    if (extent.isPicture || extent.stream >= 0) {
        const std::optional<qsizetype> length = readCompactLength(in);
        if (!length)
            return extent;
        if (!extent.isPicture && *length > largestCompressedSize(content, 0))
            extent.status = Status::Failed;
        content = *length;
    }
    extent.size = all - in.available() + content;
    if (extent.status != Status::Failed)
        extent.status = kind > jpegKind ? Status::Failed : Status::Done;
    return extent;
}

Decoder::Status TightDecoder::readFill(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    return pixels.visitTight([&](auto pixel) {
        if (!in.has(pixel.size))
            return Status::NeedMore;
        framebuffer.fill(rect(), pixel.read(in.take(pixel.size)));
        m_phase = Phase::Finished;
        return Status::Done;
    });
}

Decoder::Status TightDecoder::readPictureHeader(ByteReader &in, Phase phase)
{
    const std::optional<qsizetype> length = readCompactLength(in);
    if (!length)
        return Status::NeedMore;
    m_pictureBytes = *length;
    m_phase = phase;
    return Status::Done;
}

Decoder::Status TightDecoder::readBasicHeader(ByteReader &in, const PixelConverter &pixels, int kind)
{
    const Status status = readFilter(in, pixels, kind & explicitFilter);
    if (status != Status::Done)
        return status;
    m_stream = size_t(kind & 3);
    if (m_rowBytes * rect().height() < smallestPacked) {
        m_phase = Phase::PlainRows;
        return Status::Done;
    }
    const std::optional<qsizetype> length = readCompactLength(in);
    if (!length)
        return Status::NeedMore;
    if (*length > largestCompressedSize(m_rowBytes * rect().height(), 0))
        return fail(u"%1 compressed bytes are more than it can need"_s.arg(*length));
    unpacked().begin(*length, m_rowBytes);
    m_phase = Phase::PackedRows;
    return Status::Done;
}

Decoder::Status TightDecoder::readFilter(ByteReader &in, const PixelConverter &pixels, bool hasFilter)
{
    int filter = 0;
    if (hasFilter) {
        if (!in.has(1))
            return Status::NeedMore;
        filter = in.u8();
        if (filter > int(Filter::Gradient))
            return fail(u"unknown filter %1"_s.arg(filter));
    }
    m_filter = Filter(filter);
    m_rowBytes = qsizetype(rect().width()) * pixels.tightBytes();
    if (m_filter == Filter::Palette)
        return readPalette(in, pixels);
    if (m_filter == Filter::Gradient) {
        if (!pixels.format().trueColour)
            return fail(u"gradient filter with a colour map"_s);
        m_gradient.begin(rect().width());
    }
    return Status::Done;
}

Decoder::Status TightDecoder::readPalette(ByteReader &in, const PixelConverter &pixels)
{
    if (!in.has(1))
        return Status::NeedMore;
    const int colours = in.u8() + 1;
    const int bytes = colours * pixels.tightBytes();
    if (!in.has(bytes))
        return Status::NeedMore;
    pixels.visitTight([&](auto pixel) { convertPixels(pixel, m_palette.data(), in.take(bytes), colours); });
    m_colours = colours;
    m_rowBytes = colours <= 2 ? (rect().width() + 7) / 8 : rect().width();
    return Status::Done;
}

Decoder::Status TightDecoder::readPlainRows(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    for (; m_row < rect().height(); ++m_row) {
        if (!in.has(m_rowBytes))
            return Status::NeedMore;
        if (!convertRow(in.take(m_rowBytes), pixels, framebuffer))
            return Status::Failed;
    }
    return Status::Done;
}

Decoder::Status TightDecoder::readPackedRows(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    ZlibStream &stream = (*m_streams)[m_stream];
    for (; m_row < rect().height(); ++m_row) {
        const InflateBuffer::Status status = unpacked().fill(in, stream, m_rowBytes);
        if (status != InflateBuffer::Status::Ready)
            return outcome(status);
        if (unpacked().available() < m_rowBytes)
            return fail(u"zlib data ends in row %1"_s.arg(m_row));
        if (!convertRow(unpacked().data(), pixels, framebuffer))
            return Status::Failed;
        unpacked().consume(m_rowBytes);
        setFinishedRows(m_row + 1);
    }
    return outcome(unpacked().finish(in, stream));
}

Decoder::Status TightDecoder::readPicture(ByteReader &in, Framebuffer &framebuffer)
{
    if (!in.has(m_pictureBytes))
        return Status::NeedMore;
    const uchar *const picture = in.take(m_pictureBytes);
    const QString problem = m_phase == Phase::Png ? decodePng(picture, m_pictureBytes, rect(), framebuffer)
                                                  : decodeJpeg(picture, m_pictureBytes, rect(), framebuffer);
    return problem.isEmpty() ? Status::Done : fail(problem);
}

bool TightDecoder::convertRow(const uchar *bytes, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    quint32 *const row = framebuffer.row(rect().y() + m_row) + rect().x();
    switch (m_filter) {
    case Filter::Palette:
        return convertIndices(bytes, row);
    case Filter::Gradient:
        m_gradient.convertRow(pixels, bytes, row);
        return true;
    case Filter::Copy:
        break;
    }
    pixels.visitTight([&](auto pixel) { convertPixels(pixel, row, bytes, rect().width()); });
    return true;
}

bool TightDecoder::convertIndices(const uchar *bytes, quint32 *row)
{
    const int bits = m_colours <= 2 ? 1 : 8;
    if (m_colours < 1 << bits) {
        const int highest = highestIndex(bytes, bits, rect().width());
        if (highest >= m_colours) {
            static_cast<void>(fail(u"palette index %1 of %2"_s.arg(highest).arg(m_colours)));
            return false;
        }
    }
    expandIndices(bytes, bits, rect().width(), m_palette.data(), row);
    return true;
}

} // namespace portlight::rfb
