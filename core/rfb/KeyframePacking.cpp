// SPDX-License-Identifier: GPL-3.0-or-later
// Keyframes as bytes; RecordingFormat.h says what they look like.
#include "rfb/ByteReader.h"
#include "rfb/PixelFormatReader.h"
#include "rfb/RecordingFormat.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace portlight::rfb::RecordingFormat {

namespace {

constexpr quint8 completeFlag = 1;
constexpr quint8 cursorFlag = 2;
constexpr qsizetype fixedSize = 8 + 16;
constexpr quint32 maximumNameBytes = 1U << 14;
constexpr quint32 maximumColours = 65536;
constexpr int maximumCursorEdge = 1024;
constexpr int memoryOwners = 7;
constexpr qsizetype largestRatio = 1032; // of deflate
constexpr int quickly = 1;
constexpr qint64 largestPart = 1 << 30; // well within zlib's uInt

template <typename Number>
void append(QByteArray &bytes, Number value)
{
    char packed[sizeof(Number)];
    qToBigEndian(value, packed);
    bytes.append(packed, sizeof packed);
}

void appendPixelFormat(QByteArray &bytes, const PixelFormat &format)
{
    for (const quint8 value : {format.bitsPerPixel, format.depth, quint8(format.bigEndian), quint8(format.trueColour)})
        append(bytes, value);
    for (const quint16 max : {format.redMax, format.greenMax, format.blueMax})
        append(bytes, max);
    for (const quint8 value : {format.redShift, format.greenShift, format.blueShift})
        append(bytes, value);
    bytes.append(3, '\0');
}

void appendCursor(QByteArray &bytes, const Cursor &cursor)
{
    for (const int value : {cursor.size.width(), cursor.size.height(), cursor.hotspot.x(), cursor.hotspot.y()})
        append(bytes, quint16(value));
    for (const quint32 pixel : cursor.pixels)
        append(bytes, pixel);
}

/// All but the pixels.
QByteArray description(const Keyframe &keyframe)
{
    QByteArray bytes;
    append(bytes, quint16(keyframe.size.width()));
    append(bytes, quint16(keyframe.size.height()));
    append(bytes, quint8((keyframe.isComplete ? completeFlag : 0) | (keyframe.cursor ? cursorFlag : 0)));
    bytes.append(3, '\0');
    appendPixelFormat(bytes, keyframe.pixelFormat);
    const QByteArray name =
        keyframe.name.toUtf8().first(std::min<qsizetype>(keyframe.name.toUtf8().size(), maximumNameBytes));
    append(bytes, quint32(name.size()));
    bytes += name;
    append(bytes, quint32(keyframe.colours.size()));
    for (const quint32 colour : keyframe.colours)
        append(bytes, colour);
    if (keyframe.cursor)
        appendCursor(bytes, *keyframe.cursor);
    append(bytes, quint8(keyframe.memories.size()));
    for (const Keyframe::Memory &memory : keyframe.memories) {
        append(bytes, quint8(memory.owner));
        append(bytes, quint32(memory.bytes.size()));
        bytes += memory.bytes;
    }
    return bytes;
}

/// The framebuffer's words are 0xffRRGGBB in the machine's order; in files they are little endian.
QByteArray littleEndian(const QByteArray &pixels)
{
    if constexpr (QSysInfo::ByteOrder == QSysInfo::LittleEndian)
        return pixels;
    QByteArray turned(pixels.size(), Qt::Uninitialized);
    qbswap<4>(pixels.constData(), pixels.size() / 4, turned.data());
    return turned;
}

/// Deflates one part of the input into `packed`.
void deflatePart(z_stream &stream, const QByteArray &part, int flush, QByteArray &packed)
{
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(part.constData()));
    stream.avail_in = uInt(part.size());
    do {
        const qsizetype used = packed.size() - stream.avail_out;
        if (stream.avail_out == 0) {
            const qsizetype grown = std::max<qsizetype>(packed.size() * 2, 1 << 16);
            packed.resize(grown);
            stream.avail_out = uInt(grown - used);
        }
        stream.next_out = reinterpret_cast<Bytef *>(packed.data() + used);
        deflate(&stream, flush);
    } while (stream.avail_out == 0);
}

QByteArray inflated(QByteArrayView packed, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    uLongf produced = uLongf(size);
    const int answer = uncompress(reinterpret_cast<Bytef *>(bytes.data()), &produced,
                                  reinterpret_cast<const Bytef *>(packed.data()), uLong(packed.size()));
    return answer == Z_OK && qsizetype(produced) == size ? bytes : QByteArray();
}

bool readName(ByteReader &in, Keyframe &keyframe)
{
    if (!in.has(4))
        return false;
    const quint32 length = in.u32();
    if (length > maximumNameBytes || !in.has(length))
        return false;
    keyframe.name = QString::fromUtf8(reinterpret_cast<const char *>(in.take(length)), length);
    return true;
}

bool readColours(ByteReader &in, Keyframe &keyframe)
{
    if (!in.has(4))
        return false;
    const quint32 count = in.u32();
    if (count > maximumColours || !in.has(qsizetype(count) * 4))
        return false;
    for (quint32 i = 0; i < count; ++i)
        keyframe.colours.append(in.u32() & 0xffffff);
    return true;
}

bool readCursor(ByteReader &in, Keyframe &keyframe)
{
    if (!in.has(8))
        return false;
    Cursor cursor;
    const int width = in.u16();
    const int height = in.u16();
    const int x = in.u16();
    const int y = in.u16();
    const qsizetype count = qsizetype(width) * height;
    if (width > maximumCursorEdge || height > maximumCursorEdge || !in.has(count * 4))
        return false;
    cursor.size = QSize(width, height);
    cursor.hotspot = QPoint(std::min(x, std::max(width - 1, 0)), std::min(y, std::max(height - 1, 0)));
    cursor.pixels.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        cursor.pixels.append(in.u32());
    keyframe.cursor = cursor;
    return true;
}

bool readMemories(ByteReader &in, Keyframe &keyframe)
{
    if (!in.has(1))
        return false;
    int next = 0;
    for (int left = in.u8(); left > 0; --left) {
        if (!in.has(5))
            return false;
        const int owner = in.u8();
        const quint32 length = in.u32();
        if (owner < next || owner >= memoryOwners || length > maximumMemoryBytes || !in.has(length))
            return false;
        next = owner + 1;
        keyframe.memories.append(
            {Keyframe::Memory::Owner(owner), QByteArray(reinterpret_cast<const char *>(in.take(length)), length)});
    }
    return true;
}

} // namespace

QByteArray packKeyframe(const Keyframe &keyframe)
{
    const QByteArray pixels = littleEndian(keyframe.pixels);
    const QByteArray head = description(keyframe);
    QByteArray packed;
    append(packed, quint32(head.size() + pixels.size()));
    z_stream stream{};
    if (deflateInit(&stream, quickly) != Z_OK)
        return {};
    stream.avail_out = 0;
    static_assert(4 * maximumPixels < largestPart);
    deflatePart(stream, head, Z_NO_FLUSH, packed);
    deflatePart(stream, pixels, Z_FINISH, packed);
    packed.chop(stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

std::optional<Keyframe> unpackKeyframe(QByteArrayView payload)
{
    if (payload.size() < 4)
        return std::nullopt;
    const qsizetype size = qFromBigEndian<quint32>(payload.data());
    if (size < fixedSize || size > maximumKeyframeBytes || size > payload.size() * largestRatio)
        return std::nullopt;
    const QByteArray bytes = inflated(payload.sliced(4), size);
    if (bytes.size() < fixedSize)
        return std::nullopt;
    ByteReader in(bytes);
    Keyframe keyframe;
    const int width = in.u16();
    const int height = in.u16();
    keyframe.size = QSize(width, height);
    const quint8 flags = in.u8();
    in.skip(3);
    keyframe.isComplete = flags & completeFlag;
    keyframe.pixelFormat = readPixelFormat(in);
    if (width == 0 || height == 0 || qint64(width) * height > maximumPixels || !keyframe.pixelFormat.isValid())
        return std::nullopt;
    if (!readName(in, keyframe) || !readColours(in, keyframe))
        return std::nullopt;
    if ((flags & cursorFlag) && !readCursor(in, keyframe))
        return std::nullopt;
    const qsizetype pixelBytes = qsizetype(width) * height * 4;
    if (!readMemories(in, keyframe) || in.available() != pixelBytes)
        return std::nullopt;
    keyframe.pixels = littleEndian(bytes.last(pixelBytes));
    return keyframe;
}

} // namespace portlight::rfb::RecordingFormat
