// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RecordingWriter.h"

#include <algorithm>

namespace portlight::rfb {

using RecordingFormat::BlockType;

QByteArray RecordingWriter::begin(qint64 startedMilliseconds)
{
    return RecordingFormat::header(startedMilliseconds);
}

QByteArray RecordingWriter::block(BlockType type, Time time, QByteArrayView payload)
{
    m_last = std::max(m_last, time);
    QByteArray bytes = RecordingFormat::blockHeader(type, m_last, payload);
    bytes += payload;
    return bytes;
}

QByteArray RecordingWriter::data(Time time, QByteArrayView bytes)
{
    QByteArray blocks;
    for (qsizetype at = 0; at < bytes.size(); at += RecordingFormat::maximumDataBytes)
        blocks += block(BlockType::Data, time,
                        bytes.sliced(at, std::min(RecordingFormat::maximumDataBytes, bytes.size() - at)));
    return blocks;
}

QByteArray RecordingWriter::keyframe(Time time, QByteArrayView packed)
{
    return block(BlockType::Keyframe, time, packed);
}

QByteArray RecordingWriter::end(Time time)
{
    return block(BlockType::End, time, {});
}

} // namespace portlight::rfb
