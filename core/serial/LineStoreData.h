// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/BootList.h"
#include "serial/ChunkedBytes.h"
#include "serial/FileLineNumbers.h"
#include "serial/LineIndex.h"
#include "serial/LineSplitter.h"
#include "serial/LineStore.h"

#include <map>
#include <shared_mutex>

namespace portlight {

/// Lines that were split and classified and are not in the store yet.
struct LineStoreBatch
{
    struct Line
    {
        qint64 bytes = 0;
        LineTag tag;
        qint64 stamp = -1;
        QByteArray kernelText; ///< Plain text of a line with a kernel stamp; empty for others.
    };
    std::vector<Line> lines;
    QByteArray open; ///< What is behind the last line feed.
    LineTag openTag;
};

/// What stands behind LineStore. All members but `mutex` are guarded by it; the appending thread alone may read
/// without it.
struct LineStore::Private
{
    struct Arrival
    {
        qint64 firstLine = 0;
        qint64 time = 0; ///< Milliseconds since 1970; 0: unknown.
    };

    mutable std::shared_mutex mutex;
    std::shared_ptr<const LineClassifier> classifier;
    Limits limits;
    LineSplitter splitter;
    ChunkedBytes bytes;
    LineIndex index;
    BootList boots;
    KernelClock clock;
    FileLineNumbers fileLines;
    std::map<qint64, LineMark> marks;
    std::vector<Arrival> arrivals;
    QDateTime lastArrival;
    QByteArray openBytes;
    LineTag openTag;
    qint64 failures = 0;
    qint64 warnings = 0;

    [[nodiscard]] LineStoreBatch prepare(QByteArrayView more);
    [[nodiscard]] LineStoreBatch::Line prepareLine(QByteArrayView raw, const LineExtent &extent) const;
    void commit(const LineStoreBatch::Line &line, const QDateTime &arrival);
    void noteArrival(qint64 firstNewLine, const LineStoreBatch &batch, const QDateTime &arrival);
    void setOpenLine(const QByteArray &open, LineTag tag);
    /// False when there was none.
    bool finishOpenLine(const QDateTime &arrival);
    void reset();

    [[nodiscard]] qint64 lineCount() const { return index.size() + (openBytes.isEmpty() ? 0 : 1); }
    [[nodiscard]] LineTag tagOf(qint64 line) const { return line < index.size() ? index.tag(line) : openTag; }
    [[nodiscard]] Change changeSince(qint64 first) const;
    [[nodiscard]] qint64 failuresIn(qint64 first, qint64 last) const;
    [[nodiscard]] QDateTime arrivalOf(qint64 line) const;
    [[nodiscard]] SerialLine makeLine(qint64 number, const LineIndex::Entry &entry, const QByteArray &raw,
                                      const class LineStoreClock &clock) const;

    /// Like LineIndex::walk, with the open line as the last one.
    template <typename Visit>
    void walk(qint64 first, qint64 last, Visit &&visit) const
    {
        bool goOn = true;
        index.walk(first, std::min(last, index.size()),
                   [&](qint64 line, const LineIndex::Entry &entry) { return goOn = visit(line, entry); });
        if (goOn && first <= index.size() && last > index.size() && !openBytes.isEmpty())
            visit(index.size(), LineIndex::Entry{index.endOffset(), qint64(openBytes.size()), openTag});
    }
};

/// Knows the time of each line while one walks through them in order, from the beginning of a block.
class LineStoreClock
{
public:
    LineStoreClock(const LineStore::Private &store, qint64 line);

    /// Takes note of the next line; at least the first 32 bytes of it.
    void pass(qint64 line, QByteArrayView raw);
    /// Microseconds: the stamp of the line passed last.
    [[nodiscard]] std::optional<qint64> stamp() const { return m_stamp; }
    /// Whether sinceBoot() knows better than "not before the last stamp".
    [[nodiscard]] bool isExact(const QDateTime &arrival) const;
    /// Milliseconds since boot of the line passed last, which arrived at `arrival`.
    [[nodiscard]] std::optional<qint64> sinceBoot(const QDateTime &arrival) const;

private:
    const LineStore::Private &m_store;
    KernelClock m_clock;
    std::optional<qint64> m_stamp;
    size_t m_nextBoot = 0;
};

} // namespace portlight
