// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Keyframe.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>

namespace portlight::rfb {

/// A recording of what an RFB server sent, version 1. File names end in `.plrec`. Numbers are big endian.
///
///     file    = header block*
///     header  = 89 "PLREC" 0d 0a 1a 0a   10 bytes: no text, and damage by text tools shows
///               u16 version               1; readers refuse others
///               u64 started               milliseconds since 1970-01-01 UTC
///               u32 CRC-32 of the bytes before
///     block   = u8 type, 3 bytes 0, u32 length, u64 time, u32 CRC-32 of the payload,
///               u32 CRC-32 of the 20 bytes before, payload of `length` bytes
///
/// Times are microseconds since the start and never go back. Block types:
///
///     1  data      bytes of the server as they came, without the handshake and without clipboard texts
///     2  keyframe  all that decoding needs to go on from here (see below); stands between two messages
///     3  end       empty; a recording without it was cut off
///
/// Blocks of other types are skipped. The first block is a keyframe; others follow every now and then, so that seeking
/// is quick. The payload of a keyframe is u32 unpacked size and a zlib stream (RFC 1950) of
///
///     u16 width, u16 height, u8 flags (1: complete, 2: has a cursor), 3 bytes 0, pixel format (RFC 6143, 7.4),
///     u32 length and name in UTF-8, u32 count and colours of the colour map (u32 0x00RRGGBB each),
///     cursor, if there is one: u16 width, u16 height, u16 hotspot x, u16 hotspot y, pixels (u32 0xAARRGGBB),
///     u8 count of memories, each: u8 owner (Keyframe::Memory), u32 length, bytes,
///     pixels: rows from top to bottom, 4 bytes each: blue, green, red, 255 (all 0: not sent yet)
///
/// Neither handshake nor anything the viewer sent is in a recording: no password, no key press.
namespace RecordingFormat {

enum class BlockType : quint8 { Data = 1, Keyframe = 2, End = 3 };

using Time = std::chrono::microseconds;

inline constexpr int version = 1;
inline constexpr qsizetype headerSize = 24;
inline constexpr qsizetype blockHeaderSize = 24;
inline constexpr qsizetype maximumDataBytes = 1 << 20;    ///< Of one data block.
inline constexpr qint64 maximumPixels = qint64(64) << 20; ///< Of a keyframe; larger desktops are not recorded.
inline constexpr qsizetype maximumMemoryBytes = 1 << 16;  ///< Of one of Keyframe::memories.
inline constexpr qsizetype maximumKeyframeBytes = qsizetype(1) << 29; ///< Packed or not.
inline constexpr QLatin1String fileSuffix(".plrec");

/// What a block's header says.
struct Block
{
    quint8 type = 0;
    quint32 length = 0;
    Time time{0};
    quint32 checksum = 0; ///< Of the payload.

    [[nodiscard]] bool is(BlockType wanted) const { return type == quint8(wanted); }
};

[[nodiscard]] quint32 checksum(QByteArrayView bytes);

[[nodiscard]] QByteArray header(qint64 startedMilliseconds);
/// The start, or nothing when it is no recording of this version; `isOther` tells a recording of another version.
[[nodiscard]] std::optional<qint64> readHeader(QByteArrayView bytes, bool *isOther = nullptr);

[[nodiscard]] QByteArray blockHeader(BlockType type, Time time, QByteArrayView payload);
/// Nothing when it is damaged.
[[nodiscard]] std::optional<Block> readBlockHeader(QByteArrayView bytes);

/// Payload of a keyframe block. Takes about 5 ms for each megabyte of pixels: not for a session's thread.
[[nodiscard]] QByteArray packKeyframe(const Keyframe &keyframe);
/// Nothing when it is damaged or beyond a limit. Never takes more memory than 1032 times the payload (the most that
/// zlib packs) and twice maximumKeyframeBytes.
[[nodiscard]] std::optional<Keyframe> unpackKeyframe(QByteArrayView payload);

} // namespace RecordingFormat

} // namespace portlight::rfb
