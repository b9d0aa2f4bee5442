// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStoreData.h"

#include "serial/LineCutter.h"
#include "serial/UserCache.h"

#include <algorithm>

namespace portlight {

namespace {

/// Batches that come closer than this share one arrival time.
constexpr qint64 ArrivalGrain = 20;

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

LineStore::Private::Private(std::shared_ptr<const LineClassifier> wantedClassifier, const Limits &wantedLimits)
    : classifier(std::move(wantedClassifier))
    , limits(wantedLimits)
    , maker(classifier)
{
    const QString folder = limits.folder.isEmpty() ? UserCache::folder() : limits.folder;
    bytes.setLimits({limits.mostBytes, limits.mostMemory, folder});
}

LineStore::Change LineStore::Private::feed(QByteArrayView more, const QDateTime &arrival)
{
    const qint64 first = firstWaiting();
    if (isInNuls) {
        const auto text = std::find_if(more.begin(), more.end(), [](char byte) { return byte != 0; });
        const qint64 nuls = text - more.begin();
        const std::unique_lock lock(mutex);
        index.extendMark(nuls);
        Mark &mark = marks.rbegin()->second;
        mark.bytes += nuls;
        mark.mark.bytes += nuls;
        isInNuls = nuls == more.size();
        more = more.sliced(nuls);
        if (more.isEmpty())
            return {index.size() - 1, 1, 0};
    }
    // Only this thread changes anything, so it may read without the lock; readers go on meanwhile.
    const QByteArray work = open.raw + QByteArray::fromRawData(more.data(), more.size());
    LineBatch batch;
    ScanState state = open.state;
    maker.make(work, PlainScanner::End::Open, state, batch);
    OpenLine next = openLine(work.sliced(batch.consumed), state);
    const std::unique_lock lock(mutex);
    const qint64 known = index.size() + (open.raw.isEmpty() ? 0 : 1);
    noteArrival(known, index.size() + batch.count() + (next.raw.isEmpty() ? 0 : 1) - known, arrival);
    const qint64 changed = join(batch, arrival);
    open = std::move(next);
    isInNuls = isInNuls && open.raw.isEmpty();
    return changeSince(std::min(first, changed));
}

LineStore::Change LineStore::Private::joinBody(const LineBatch &batch, const ScanState &behind)
{
    const std::unique_lock lock(mutex);
    noteArrival(index.size(), batch.count(), {});
    const qint64 first = join(batch, {});
    open.state = behind;
    return changeSince(first);
}

LineStore::Change LineStore::Private::feedNuls(qint64 count, const QDateTime &arrival)
{
    // So many certainly become a mark, whatever stands before them; the rest only makes it larger.
    constexpr qint64 Surely = 4 * LineCutter::MostPieceBytes;
    const Change change = feed(QByteArray(std::min(count, Surely), '\0'), arrival);
    const qint64 rest = count - Surely;
    if (rest > 0 && isInNuls) {
        const std::unique_lock lock(mutex);
        index.extendMark(rest);
        marks.rbegin()->second.bytes += rest;
        marks.rbegin()->second.mark.bytes += rest;
    }
    return change;
}

LineStore::Private::OpenLine LineStore::Private::openLine(QByteArray raw, const ScanState &state)
{
    OpenLine line;
    line.raw = std::move(raw);
    line.state = state;
    if (line.raw.isEmpty())
        return line;
    LineBatch batch;
    ScanState behind = state;
    maker.make(line.raw, PlainScanner::End::Final, behind, batch);
    if (batch.count() > 0)
        line.tag = LineTag::unpacked(batch.tags.front());
    line.isStitched = !batch.odd.empty() && batch.odd.front().stitchedOf > 0;
    return line;
}

qint64 LineStore::Private::join(const LineBatch &batch, const QDateTime &arrival)
{
    const qint64 first = index.size();
    const qint64 time = milliseconds(arrival);
    if (batch.count() == 0)
        return first;
    const KernelClock clockBefore = clock;
    boots.begin(first);
    index.join(batch, clock, time);
    for (KernelEvent event : batch.events) {
        event.line += first;
        boots.see(event);
    }
    isInNuls = false;
    for (const ScannedText::Odd &odd : batch.odd) {
        const qint64 line = first + odd.line;
        if (odd.continuation)
            fileLines.joinToPrevious(line);
        if (odd.nuls > 0) {
            fileLines.mark(line, false, odd.cutsLine);
            marks[line] = {{LineMark::Kind::Cut, 0, odd.nuls}, odd.nuls};
            isInNuls = odd.line + 1 == batch.count();
        }
    }
    for (const ScannedText::LetGo &lines : batch.letGo)
        letGo.push_back({lines.first + first, lines.last + first});
    if (batch.lastStamp != LineBatch::Inherited)
        clock = {batch.lastStamp, time};
    failures += batch.failures;
    warnings += batch.warnings;
    return markOlderText(batch, clockBefore, first);
}

void LineStore::Private::noteArrival(qint64 firstNewLine, qint64 newLines, const QDateTime &arrival)
{
    const qint64 time = milliseconds(arrival);
    if (time > 0)
        lastArrival = arrival;
    if (newLines <= 0)
        return;
    if (!arrivals.empty()) {
        const Arrival &last = arrivals.back();
        const bool isClose =
            last.time == time || (last.time > 0 && time > 0 && std::abs(time - last.time) < ArrivalGrain);
        if (isClose)
            return;
    }
    arrivals.push_back({firstNewLine, time});
}

bool LineStore::Private::finishOpenLine(const QDateTime &arrival)
{
    const bool wasOpen = !open.raw.isEmpty();
    ScanState state = open.state;
    if (wasOpen) {
        LineBatch batch;
        maker.make(open.raw, PlainScanner::End::Final, state, batch);
        join(batch, arrival);
    }
    open = {};
    open.state.carriedLines = state.carriedLines;
    letGoCarried();
    isInNuls = false;
    return wasOpen;
}

void LineStore::Private::letGoCarried()
{
    if (open.state.carriedLines > 0)
        letGo.push_back({firstWaiting(), index.size()});
    open.state = {};
}

void LineStore::Private::reset()
{
    ++numbering;
    bytes.clear();
    index.clear();
    boots = {};
    fileLines = {};
    clock = {};
    olderText.begin();
    olderMarks = 0;
    lastText.clear();
    marks.clear();
    letGo.clear();
    arrivals.clear();
    lastArrival = {};
    open = {};
    isInNuls = false;
    failures = warnings = 0;
}

LineStore::Change LineStore::Private::changeSince(qint64 first) const
{
    return {first, lineCount() - first, failuresIn(first, lineCount())};
}

qint64 LineStore::Private::failuresIn(qint64 first, qint64 last) const
{
    qint64 count = 0;
    const qint64 indexed = std::min(last, index.size());
    for (size_t block = first < indexed ? index.blockOf(first) : 0; first < indexed; ++block) {
        const qint64 end = index.lastLine(block);
        if (first == index.block(block).firstLine && end <= indexed) {
            count += index.block(block).failures;
        } else {
            for (qint64 line = first; line < std::min(end, indexed); ++line)
                count += index.tag(line).lineClass == LineClass::Failure ? 1 : 0;
        }
        first = end;
    }
    return count + (last > index.size() && open.tag.lineClass == LineClass::Failure ? 1 : 0);
}

QDateTime LineStore::Private::arrivalOf(qint64 line) const
{
    const auto next = std::upper_bound(arrivals.begin(), arrivals.end(), line,
                                       [](qint64 at, const Arrival &arrival) { return at < arrival.firstLine; });
    if (next == arrivals.begin() || std::prev(next)->time == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::prev(next)->time);
}

qint64 LineStore::Private::markBytes(qint64 line) const
{
    const auto mark = marks.find(line);
    return mark == marks.end() ? 0 : mark->second.bytes;
}

} // namespace portlight
