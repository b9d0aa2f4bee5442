// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/CursorReader.h"

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

using Status = Decoder::Status;

constexpr quint32 transparent = 0;

// Of a VMware cursor.
constexpr int vmwareHeader = 2;
constexpr int classicCursor = 0;
constexpr int alphaCursor = 1;

quint32 rgb(const uchar *bytes)
{
    return opaque | quint32(bytes[0]) << 16 | quint32(bytes[1]) << 8 | bytes[2];
}

/// All bits of a pixel that mean something.
quint32 colourBits(const PixelFormat &format)
{
    if (!format.trueColour)
        return quint32((quint64(1) << format.bitsPerPixel) - 1);
    return quint32(format.redMax) << format.redShift | quint32(format.greenMax) << format.greenShift |
           quint32(format.blueMax) << format.blueShift;
}

} // namespace

bool CursorReader::isSet(const uchar *mask, int x, int y) const
{
    return mask[y * maskStride() + x / 8] & 0x80 >> x % 8;
}

Status CursorReader::fail(const QString &error)
{
    m_error = error;
    return Status::Failed;
}

Status CursorReader::read(ByteReader &in)
{
    switch (m_encoding) {
    case Encoding::XCursor:
        return readTwoColours(in);
    case Encoding::CursorWithAlpha:
        return readAlpha(in);
    case Encoding::VmwareCursor:
        return readVmware(in);
    default:
        return readColours(in);
    }
}

/// Pixels, and a mask of one bit each.
Status CursorReader::readColours(ByteReader &in)
{
    const qsizetype colourBytes = count() * m_pixels.pixelBytes();
    const qsizetype maskBytes = maskStride() * m_size.height();
    if (!in.has(colourBytes + maskBytes))
        return Status::NeedMore;
    const uchar *const colours = in.take(colourBytes);
    const uchar *const mask = in.take(maskBytes);
    if (count() == 0)
        return Status::Done;
    m_cursor.size = m_size;
    m_cursor.pixels.resize(count());
    m_pixels.visit([&](auto pixel) { convertPixels(pixel, m_cursor.pixels.data(), colours, int(count())); });
    for (int y = 0; y < m_size.height(); ++y) {
        for (int x = 0; x < m_size.width(); ++x) {
            if (!isSet(mask, x, y))
                m_cursor.pixels[qsizetype(y) * m_size.width() + x] = transparent;
        }
    }
    return Status::Done;
}

/// Two colours, a bitmap and a mask; nothing at all when there is no pixel.
Status CursorReader::readTwoColours(ByteReader &in)
{
    if (count() == 0)
        return Status::Done;
    const qsizetype maskBytes = maskStride() * m_size.height();
    if (!in.has(6 + 2 * maskBytes))
        return Status::NeedMore;
    const quint32 primary = rgb(in.take(3));
    const quint32 secondary = rgb(in.take(3));
    const uchar *const bitmap = in.take(maskBytes);
    const uchar *const mask = in.take(maskBytes);
    m_cursor.size = m_size;
    m_cursor.pixels.reserve(count());
    for (int y = 0; y < m_size.height(); ++y) {
        for (int x = 0; x < m_size.width(); ++x)
            m_cursor.pixels.append(!isSet(mask, x, y) ? transparent : isSet(bitmap, x, y) ? primary : secondary);
    }
    return Status::Done;
}

/// The pixels may come in any encoding; servers send them raw, as most others cannot carry alpha.
Status CursorReader::readAlpha(ByteReader &in)
{
    if (!in.has(4))
        return Status::NeedMore;
    const qint32 encoding = qFromBigEndian<qint32>(in.data());
    if (encoding != qint32(Encoding::Raw))
        return fail(u"a cursor in %1"_s.arg(encodingName(encoding)));
    if (!in.has(4 + count() * 4))
        return Status::NeedMore;
    in.skip(4);
    readRgba(in.take(count() * 4), true);
    return Status::Done;
}

Status CursorReader::readVmware(ByteReader &in)
{
    if (!in.has(vmwareHeader))
        return Status::NeedMore;
    const int kind = *in.data();
    if (kind != classicCursor && kind != alphaCursor)
        return fail(u"unknown cursor type %1"_s.arg(kind));
    const qsizetype bytes = kind == alphaCursor ? count() * 4 : 2 * count() * m_pixels.pixelBytes();
    if (!in.has(vmwareHeader + bytes))
        return Status::NeedMore;
    in.skip(vmwareHeader);
    if (kind == alphaCursor)
        readRgba(in.take(bytes), false);
    else
        readMasks(in.take(bytes));
    return Status::Done;
}

void CursorReader::readRgba(const uchar *bytes, bool premultiplied)
{
    if (count() == 0)
        return;
    m_cursor.size = m_size;
    m_cursor.pixels.reserve(count());
    for (qsizetype i = 0; i < count(); ++i, bytes += 4) {
        const quint32 alpha = bytes[3];
        // A component above alpha would be brighter than white.
        const auto component = [alpha, premultiplied](quint32 value) {
            return premultiplied ? std::min(value, alpha) : (value * alpha + 127) / 255;
        };
        m_cursor.pixels.append(alpha << 24 | component(bytes[0]) << 16 | component(bytes[1]) << 8 |
                               component(bytes[2]));
    }
}

/// What is below is kept where the AND mask is set and then changed by the XOR mask. That cannot be said with alpha
/// where something is inverted: black there, which is seen on most of what lies below.
void CursorReader::readMasks(const uchar *bytes)
{
    if (count() == 0)
        return;
    const int pixelBytes = m_pixels.pixelBytes();
    const uchar *const colours = bytes + count() * pixelBytes;
    const quint32 all = colourBits(m_pixels.format());
    m_cursor.size = m_size;
    m_cursor.pixels.resize(count());
    m_pixels.visit([&](auto pixel) { convertPixels(pixel, m_cursor.pixels.data(), colours, int(count())); });
    for (qsizetype i = 0; i < count(); ++i) {
        const quint32 kept = m_pixels.load(bytes + i * pixelBytes) & all;
        const quint32 changed = m_pixels.load(colours + i * pixelBytes) & all;
        if (kept == all)
            m_cursor.pixels[i] = changed == 0 ? transparent : opaque;
    }
}

} // namespace portlight::rfb
