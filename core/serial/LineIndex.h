// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineBatch.h"
#include "serial/LineTag.h"

#include <QtGlobal>

#include <deque>
#include <memory>
#include <vector>

namespace portlight {

/// The last kernel time stamp up to some line, and when it came; from them the time of unstamped lines is reckoned.
struct KernelClock
{
    qint64 stamp = -1;  ///< Microseconds; -1: none yet.
    qint64 arrival = 0; ///< Milliseconds since 1970; 0: unknown.
};

/// What is remembered of each line: a byte (its tag), and for each block of at most LineBatch::BlockLines lines where
/// it begins. Lines are found by splitting the text of a block again. A mark is the first line of its block.
/// Grows without moving what it holds. Not thread-safe.
class LineIndex
{
public:
    struct Block
    {
        qint64 firstLine = 0;
        qint64 begin = 0;
        KernelClock clock; ///< As it stood before the first line.
        quint8 failures = 0;
        quint8 warnings = 0;
        Severity highest = Severity::None;
        quint8 carriedLines = 0; ///< As LineBatch::Block::carriedLines.
    };

    /// Adds lines that stand behind all others; `clock` is the one before them. `arrival` as in KernelClock.
    void join(const LineBatch &batch, const KernelClock &clock, qint64 arrival);
    /// Adds a line of `bytes` bytes without text.
    void appendMark(qint64 bytes, const KernelClock &clock);
    /// The last line, which is a mark, has so many bytes more.
    void extendMark(qint64 bytes) { m_end += bytes; }
    /// Puts a mark without bytes before `line`, whose bytes begin at `begin`; `clock` is the one before it.
    void insertMark(qint64 line, qint64 begin, const KernelClock &clock);
    void clear() { *this = LineIndex(); }

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 endOffset() const { return m_end; }
    [[nodiscard]] LineTag tag(qint64 line) const { return LineTag::unpacked(packedTag(line)); }
    [[nodiscard]] quint8 packedTag(qint64 line) const
    {
        return m_pages[size_t(line / PageLines)][size_t(line % PageLines)];
    }

    [[nodiscard]] size_t blockCount() const { return m_blocks.size(); }
    [[nodiscard]] const Block &block(size_t index) const { return m_blocks[index]; }
    /// Index of the block of a line that exists.
    [[nodiscard]] size_t blockOf(qint64 line) const;
    /// Behind the last line of a block.
    [[nodiscard]] qint64 lastLine(size_t index) const
    {
        return index + 1 < m_blocks.size() ? m_blocks[index + 1].firstLine : m_size;
    }
    /// Behind the last byte of a block.
    [[nodiscard]] qint64 lastByte(size_t index) const
    {
        return index + 1 < m_blocks.size() ? m_blocks[index + 1].begin : m_end;
    }
    /// Lines that begin before this place.
    [[nodiscard]] qint64 linesBefore(qint64 offset) const;
    /// Memory taken, roughly.
    [[nodiscard]] qint64 memory() const;

private:
    static constexpr qint64 PageLines = 64 * 1024;
    void appendTags(const quint8 *tags, qint64 count);
    [[nodiscard]] bool hasRoomFor(qint64 lines, qint64 bytes) const;
    void recount(size_t index);

    std::deque<Block> m_blocks;
    std::vector<std::unique_ptr<quint8[]>> m_pages;
    qint64 m_size = 0;
    qint64 m_end = 0;
};

} // namespace portlight
