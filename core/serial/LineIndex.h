// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineTag.h"

#include <QtGlobal>

#include <vector>

namespace portlight {

/// The last kernel time stamp up to some line, and when it came; from them the time of unstamped lines is reckoned.
struct KernelClock
{
    qint64 stamp = -1;  ///< Microseconds; -1: none yet.
    qint64 arrival = 0; ///< Milliseconds since 1970; 0: unknown.
};

/// Where each line begins, and its tag, in two to three bytes per line: lengths as variable-length numbers, in blocks
/// of lines with an absolute start. Not thread-safe.
class LineIndex
{
public:
    static constexpr qint64 BlockLines = 128;

    struct Entry
    {
        qint64 begin = 0;
        qint64 bytes = 0; ///< With its line feed, where it has one.
        LineTag tag;
    };
    struct Block
    {
        qint64 begin = 0;
        qint64 lengthsAt = 0;
        KernelClock clock; ///< As it stood before the first line.
        quint8 failures = 0;
        quint8 warnings = 0;
        Severity highest = Severity::None;
    };

    void append(qint64 bytes, LineTag tag, const KernelClock &clockBefore);
    void clear();

    [[nodiscard]] qint64 size() const { return qint64(m_tags.size()); }
    [[nodiscard]] qint64 endOffset() const { return m_end; }
    [[nodiscard]] LineTag tag(qint64 line) const { return LineTag::unpacked(m_tags[size_t(line)]); }
    [[nodiscard]] Entry entry(qint64 line) const;
    [[nodiscard]] const Block &blockOf(qint64 line) const { return m_blocks[size_t(line / BlockLines)]; }

    /// Calls `visit(line, entry)` for the lines [first, last), in order; stops when it returns false.
    template <typename Visit>
    void walk(qint64 first, qint64 last, Visit &&visit) const
    {
        if (first >= last)
            return;
        const Block &block = blockOf(first);
        size_t at = size_t(block.lengthsAt);
        Entry current{block.begin, 0, {}};
        for (qint64 line = first / BlockLines * BlockLines; line < last; ++line) {
            current.begin += current.bytes;
            current.bytes = nextLength(at);
            if (line < first)
                continue;
            current.tag = tag(line);
            if (!visit(line, static_cast<const Entry &>(current)))
                return;
        }
    }

private:
    [[nodiscard]] qint64 nextLength(size_t &at) const;

    std::vector<Block> m_blocks;
    std::vector<quint8> m_lengths;
    std::vector<quint8> m_tags;
    qint64 m_end = 0;
};

} // namespace portlight
