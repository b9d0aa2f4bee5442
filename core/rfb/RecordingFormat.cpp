// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RecordingFormat.h"

#include "rfb/ByteReader.h"

#include <QtEndian>

#include <zlib.h>

#include <limits>

namespace portlight::rfb::RecordingFormat {

namespace {

constexpr char magic[] = "\x89PLREC\r\n\x1a\n";
constexpr qsizetype magicSize = sizeof magic - 1;
constexpr qsizetype checkedHeaderSize = headerSize - 4;

template <typename Number>
void append(QByteArray &bytes, Number value)
{
    char packed[sizeof(Number)];
    qToBigEndian(value, packed);
    bytes.append(packed, sizeof packed);
}

} // namespace

quint32 checksum(QByteArrayView bytes)
{
    return quint32(
        crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef *>(bytes.data()), size_t(bytes.size())));
}

QByteArray header(qint64 startedMilliseconds)
{
    QByteArray bytes(magic, magicSize);
    append(bytes, quint16(version));
    append(bytes, quint64(startedMilliseconds));
    append(bytes, checksum(bytes));
    return bytes;
}

std::optional<qint64> readHeader(QByteArrayView bytes, bool *isOther)
{
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArrayView(magic, magicSize)))
        return std::nullopt;
    ByteReader in(bytes.sliced(magicSize));
    const int found = in.u16();
    const quint64 high = in.u32();
    const quint64 started = high << 32 | in.u32();
    if (isOther != nullptr)
        *isOther = found != version;
    if (found != version || in.u32() != checksum(bytes.first(checkedHeaderSize)) ||
        started > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return qint64(started);
}

QByteArray blockHeader(BlockType type, Time time, QByteArrayView payload)
{
    QByteArray bytes;
    bytes.reserve(blockHeaderSize);
    append(bytes, quint32(type) << 24);
    append(bytes, quint32(payload.size()));
    append(bytes, quint64(time.count()));
    append(bytes, checksum(payload));
    append(bytes, checksum(bytes));
    return bytes;
}

std::optional<Block> readBlockHeader(QByteArrayView bytes)
{
    if (bytes.size() < blockHeaderSize)
        return std::nullopt;
    ByteReader in(bytes);
    Block block;
    block.type = in.u8();
    in.skip(3);
    block.length = in.u32();
    const quint64 high = in.u32();
    const quint64 time = high << 32 | in.u32();
    block.checksum = in.u32();
    if (in.u32() != checksum(bytes.first(blockHeaderSize - 4)) || time > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    block.time = Time(qint64(time));
    if (block.is(BlockType::Data) && block.length > maximumDataBytes)
        return std::nullopt;
    if (block.is(BlockType::Keyframe) && block.length > maximumKeyframeBytes)
        return std::nullopt;
    return block;
}

} // namespace portlight::rfb::RecordingFormat
