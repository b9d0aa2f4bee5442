// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/BootList.h"
#include "serial/FileLineNumbers.h"
#include "serial/LineBatchMaker.h"
#include "serial/LineIndex.h"
#include "serial/LineStore.h"
#include "serial/LogBytes.h"
#include "serial/OlderText.h"

#include <map>
#include <shared_mutex>

namespace portlight {

/// What stands behind LineStore. All members but `mutex`, `bytes` and `maker` are guarded by the mutex; the thread that
/// appends may read without it.
struct LineStore::Private
{
    struct Arrival
    {
        qint64 firstLine = 0;
        qint64 time = 0; ///< Milliseconds since 1970; 0: unknown.
    };
    struct Mark
    {
        LineMark mark;
        qint64 bytes = 0; ///< Of the log, that belong to it.
    };
    /// The line that has no line feed yet, as far as it is known.
    struct OpenLine
    {
        QByteArray raw;
        ScanState state; ///< Before it.
        LineTag tag;
        bool isStitched = false;
    };

    Private(std::shared_ptr<const LineClassifier> classifier, const Limits &limits);

    mutable std::shared_mutex mutex;
    const std::shared_ptr<const LineClassifier> classifier;
    const Limits limits;
    LogBytes bytes;
    LineBatchMaker maker;
    LineIndex index;
    BootList boots;
    FileLineNumbers fileLines;
    KernelClock clock;
    OlderText olderText;
    QByteArray lastText; ///< LineBatch::lastText of the line before the open one.
    int olderMarks = 0;
    std::map<qint64, Mark> marks;
    std::vector<ScannedText::LetGo> letGo; ///< Lines of the hypervisor that show all of their text.
    std::vector<Arrival> arrivals;
    QDateTime lastArrival;
    OpenLine open;
    bool isInNuls = false; ///< The last line is a mark for NULs that may go on.
    qint64 failures = 0;
    qint64 warnings = 0;
    quint64 numbering = 0; ///< Changes when lines get other numbers.

    /// Adds the next bytes, which are in `bytes` already.
    Change feed(QByteArrayView more, const QDateTime &arrival);
    /// Adds a batch that was made elsewhere, from a place on where no line is open and nothing is carried.
    Change joinBody(const LineBatch &batch, const ScanState &behind);
    /// The same as feed() for so many NULs.
    Change feedNuls(qint64 count, const QDateTime &arrival);
    /// Adds a batch that was made from the beginning of the open line on; the first line that has changed. Under the
    /// lock.
    qint64 join(const LineBatch &batch, const QDateTime &arrival);
    /// Looks whether the text of an older boot begins, and marks it: the first line that has changed by that, else
    /// `first`, the line with which the batch began. Under the lock.
    [[nodiscard]] qint64 markOlderText(const LineBatch &batch, const KernelClock &before, qint64 first);
    [[nodiscard]] qint64 markOlderText(const KernelEvent &event);
    void insertMark(qint64 line, qint64 begin, const KernelClock &clockThere);
    [[nodiscard]] OpenLine openLine(QByteArray raw, const ScanState &state);
    void noteArrival(qint64 firstNewLine, qint64 newLines, const QDateTime &arrival);
    /// False when there was none. Under the lock.
    bool finishOpenLine(const QDateTime &arrival);
    /// The hypervisor's last lines keep what they carry of a guest's line.
    void letGoCarried();
    void reset();

    [[nodiscard]] qint64 lineCount() const { return index.size() + (open.raw.isEmpty() ? 0 : 1); }
    [[nodiscard]] LineTag tagOf(qint64 line) const { return line < index.size() ? index.tag(line) : open.tag; }
    /// The first of the hypervisor's lines that still wait for the rest of a guest's line.
    [[nodiscard]] qint64 firstWaiting() const { return index.size() - open.state.carriedLines; }
    [[nodiscard]] Change changeSince(qint64 first) const;
    [[nodiscard]] qint64 failuresIn(qint64 first, qint64 last) const;
    [[nodiscard]] QDateTime arrivalOf(qint64 line) const;
    [[nodiscard]] qint64 markBytes(qint64 line) const;
};

} // namespace portlight
