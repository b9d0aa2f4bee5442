// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/RecordingFormat.h"

#include <QIODevice>
#include <QList>

#include <atomic>

namespace portlight::rfb {

/// Reads a recording from a device that can seek; believes nothing. One thread at a time, which it blocks for as long
/// as the device does. See RecordingFormat.
class RecordingReader
{
public:
    using Time = RecordingFormat::Time;

    /// What is wrong with the file.
    enum class Problem {
        None,
        NotARecording, ///< Or its header is damaged.
        OtherVersion,  ///< Made by a newer program.
        NothingInIt,   ///< Not one whole keyframe at its beginning: nothing can be shown.
        CutOff,        ///< The end is missing: it plays until there.
        Damaged,       ///< Something else stands where a block should begin: it plays until there.
    };

    struct Mark
    {
        Time time{0};
        qint64 offset = 0; ///< Of the keyframe's block.
    };

    struct Block
    {
        RecordingFormat::Block header;
        qint64 offset = 0;
        QByteArray payload; ///< Empty for types that are none of ours.
        bool isIntact = true;
    };

    /// The device must be open, random access, and outlive this.
    explicit RecordingReader(QIODevice &device)
        : m_device(device)
    {
    }

    /// Looks at the header and goes through all blocks, without their payloads. `stop` ends it early, with NothingInIt.
    /// With the first three problems nothing else may be asked.
    Problem open(const std::atomic_bool *stop = nullptr);

    [[nodiscard]] qint64 startedMilliseconds() const { return m_started; }
    /// Time of the last block.
    [[nodiscard]] Time duration() const { return m_duration; }
    /// In order; the first one is the beginning.
    [[nodiscard]] const QList<Mark> &keyframes() const { return m_keyframes; }
    /// The last keyframe at or before this time (the first one for times before it).
    [[nodiscard]] int keyframeBefore(Time time) const;

    /// That block's keyframe; nothing when it is damaged or the block is none.
    [[nodiscard]] std::optional<Keyframe> keyframeAt(qint64 offset);
    /// Reads go on behind this keyframe.
    void seek(int index);
    /// Where the next block stands; to come back to with setOffset().
    [[nodiscard]] qint64 offset() const { return m_offset; }
    void setOffset(qint64 offset) { m_offset = offset; }
    /// What the next block is, without its payload; nothing at the end of what can be read.
    [[nodiscard]] std::optional<RecordingFormat::Block> peek();
    /// The next block; payloads of keyframes are left out.
    [[nodiscard]] std::optional<Block> next();

private:
    [[nodiscard]] std::optional<RecordingFormat::Block> headerAt(qint64 offset);
    [[nodiscard]] QByteArray payload(qint64 offset, const RecordingFormat::Block &header);

    QIODevice &m_device;
    qint64 m_started = 0;
    Time m_duration{0};
    QList<Mark> m_keyframes;
    qint64 m_end = 0;    ///< Of the blocks that can be read.
    qint64 m_offset = 0; ///< Of the next block.
};

} // namespace portlight::rfb
