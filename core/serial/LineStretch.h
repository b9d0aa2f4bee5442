// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStoreData.h"

namespace portlight {

/// Some lines that follow one another without a mark between, as they come out of their bytes again. Planned while the
/// store is locked, read without it: nobody waits for a disk.
class LineStretch
{
public:
    /// Plans to read from the block of line `first` on: at least up to that line, then whole blocks as long as they
    /// begin before line `last` and the bytes are not more than `mostBytes`. The store is locked.
    LineStretch(const LineStore::Private &store, qint64 first, qint64 last, qint64 mostBytes);

    /// Reads and splits.
    void read(const LogBytes &bytes);

    /// Line numbers: [first(), last()), first() being the one asked for.
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 last() const { return m_last; }
    /// The first line whose text was read; before first() where that is in the middle of a block.
    [[nodiscard]] qint64 firstRead() const { return m_firstRead; }
    /// The first line is a mark (and the only one).
    [[nodiscard]] bool isMark() const { return m_isMark; }
    /// It is the open line, as it was when this was planned.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] LineTag openTag() const { return m_openTag; }
    /// Before firstRead().
    [[nodiscard]] const KernelClock &clock() const { return m_clock; }

    /// False where the bytes of a line are not there any more.
    [[nodiscard]] bool has(qint64 line) const { return line - m_firstRead < m_text.count(); }
    /// Where a line begins in the log.
    [[nodiscard]] qint64 beginOf(qint64 line) const { return m_begin + m_text.begins[size_t(line - m_firstRead)]; }
    [[nodiscard]] QByteArrayView raw(qint64 line) const;
    [[nodiscard]] QByteArrayView plain(qint64 line) const;
    /// Whether a line of the hypervisor shows the part of a guest's line before it, too.
    [[nodiscard]] bool showsAll(qint64 line) const;
    /// What is special about a line; null for nothing.
    [[nodiscard]] const ScannedText::Odd *odd(qint64 line) const;
    /// The raw bytes of a stitched line, all parts together.
    [[nodiscard]] QByteArray stitched(qint64 line, const ScannedText::Odd &odd) const;
    [[nodiscard]] ScannedText &text() { return m_text; }
    /// Moves the plain text of all lines from first() on into `block`; lines that are not there any more are empty.
    void take(PlainBlock &block);

private:
    void planOpenLine(const LineStore::Private &store);
    void planWholeLines(const LineStore::Private &store);
    void showAll();

    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_firstRead = 0;
    bool m_isMark = false;
    bool m_isOpen = false;
    LineTag m_openTag;
    KernelClock m_clock;
    ScanState m_state;
    std::vector<ScannedText::LetGo> m_whole; ///< Lines of the hypervisor that show all of their text.
    qint64 m_begin = 0;
    qint64 m_end = 0;
    QByteArray m_raw;
    ScannedText m_text;
};

} // namespace portlight
