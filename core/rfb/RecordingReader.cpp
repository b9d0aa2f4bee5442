// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RecordingReader.h"

#include <algorithm>

namespace portlight::rfb {

using RecordingFormat::blockHeaderSize;
using RecordingFormat::BlockType;

RecordingReader::Problem RecordingReader::open(const std::atomic_bool *stop)
{
    bool isOther = false;
    const auto started = m_device.seek(0)
                             ? RecordingFormat::readHeader(m_device.read(RecordingFormat::headerSize), &isOther)
                             : std::nullopt;
    if (!started)
        return isOther ? Problem::OtherVersion : Problem::NotARecording;
    m_started = *started;
    m_keyframes.clear();
    m_duration = Time(0);
    m_end = RecordingFormat::headerSize;
    const qint64 size = m_device.size();
    Problem problem = Problem::CutOff;
    while (m_end < size) {
        if (stop != nullptr && *stop)
            return Problem::NothingInIt;
        const auto block = headerAt(m_end);
        const bool isWhole = block && m_end + blockHeaderSize + block->length <= size;
        if (!block || block->time < m_duration) {
            problem = m_end + blockHeaderSize > size ? Problem::CutOff : Problem::Damaged;
            break;
        }
        if (!isWhole)
            break;
        if (m_keyframes.isEmpty() && !block->is(BlockType::Keyframe))
            return Problem::NothingInIt;
        if (block->is(BlockType::Keyframe))
            m_keyframes.append({block->time, m_end});
        m_duration = block->time;
        m_end += blockHeaderSize + block->length;
        if (block->is(BlockType::End)) {
            problem = Problem::None;
            break;
        }
    }
    if (m_keyframes.isEmpty() || !keyframeAt(m_keyframes.first().offset))
        return Problem::NothingInIt;
    seek(0);
    return problem;
}

std::optional<RecordingFormat::Block> RecordingReader::headerAt(qint64 offset)
{
    if (!m_device.seek(offset))
        return std::nullopt;
    return RecordingFormat::readBlockHeader(m_device.read(blockHeaderSize));
}

QByteArray RecordingReader::payload(qint64 offset, const RecordingFormat::Block &header)
{
    return m_device.seek(offset + blockHeaderSize) ? m_device.read(header.length) : QByteArray();
}

int RecordingReader::keyframeBefore(Time time) const
{
    const auto after = std::upper_bound(m_keyframes.begin(), m_keyframes.end(), time,
                                        [](Time wanted, const Mark &mark) { return wanted < mark.time; });
    return int(std::max<qsizetype>(after - m_keyframes.begin() - 1, 0));
}

std::optional<Keyframe> RecordingReader::keyframeAt(qint64 offset)
{
    const auto header = headerAt(offset);
    if (!header || !header->is(BlockType::Keyframe))
        return std::nullopt;
    const QByteArray bytes = payload(offset, *header);
    if (bytes.size() != qsizetype(header->length) || RecordingFormat::checksum(bytes) != header->checksum)
        return std::nullopt;
    return RecordingFormat::unpackKeyframe(bytes);
}

void RecordingReader::seek(int index)
{
    m_offset = m_keyframes.at(index).offset;
    static_cast<void>(next());
}

std::optional<RecordingFormat::Block> RecordingReader::peek()
{
    return m_offset < m_end ? headerAt(m_offset) : std::nullopt;
}

std::optional<RecordingReader::Block> RecordingReader::next()
{
    const auto header = peek();
    if (!header)
        return std::nullopt;
    Block block{*header, m_offset, {}, true};
    if (header->is(BlockType::Data)) {
        block.payload = payload(m_offset, *header);
        block.isIntact = block.payload.size() == qsizetype(header->length) &&
                         RecordingFormat::checksum(block.payload) == header->checksum;
    }
    m_offset += blockHeaderSize + header->length;
    return block;
}

} // namespace portlight::rfb
