// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStoreData.h"

#include "serial/AnsiParser.h"
#include "serial/KernelStamp.h"

#include <algorithm>

namespace portlight {

namespace {

/// Batches that come closer than this share one arrival time.
constexpr qint64 ArrivalGrain = 20;

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QByteArrayView withoutFeed(QByteArrayView raw)
{
    if (raw.endsWith('\n'))
        raw.chop(1);
    return raw;
}

/// A clock goes back only when a kernel begins.
void advance(KernelClock &clock, qint64 stamp, qint64 arrival)
{
    if (stamp >= clock.stamp)
        clock = {stamp, arrival};
}

} // namespace

LineStoreBatch LineStore::Private::prepare(QByteArrayView more)
{
    LineStoreBatch batch;
    const qint64 base = splitter.openLine().begin;
    const QByteArray work = openBytes + QByteArray::fromRawData(more.data(), more.size());
    qint64 done = 0;
    splitter.feed(more, [&](const LineExtent &extent) {
        const qint64 end = extent.begin - base + extent.length + (extent.continues ? 0 : 1);
        batch.lines.push_back(prepareLine(QByteArrayView(work).sliced(done, end - done), extent));
        done = end;
    });
    batch.open = work.sliced(done);
    if (!batch.open.isEmpty())
        batch.openTag = prepareLine(batch.open, splitter.openLine()).tag;
    return batch;
}

LineStoreBatch::Line LineStore::Private::prepareLine(QByteArrayView raw, const LineExtent &extent) const
{
    LineStoreBatch::Line line;
    line.bytes = raw.size();
    const QByteArrayView text = withoutFeed(raw);
    const QByteArray plain = AnsiParser::plainUtf8(text);
    // The middle of a long line looks like anything; its first piece has said what it is.
    const auto verdict = extent.continuation ? LineClassifier::Verdict() : classifier->classify(plain);
    line.tag = {verdict.lineClass, verdict.severity, extent.continuation, extent.continues};
    if (const auto stamp = extent.continuation ? std::nullopt : KernelStamp::read(text)) {
        line.stamp = *stamp;
        line.kernelText = plain;
    }
    return line;
}

void LineStore::Private::commit(const LineStoreBatch::Line &line, const QDateTime &arrival)
{
    const qint64 number = index.size();
    if (boots.see(number, line.kernelText))
        clock = {};
    if (line.tag.continuation)
        fileLines.joinToPrevious(number);
    index.append(line.bytes, line.tag, clock);
    if (line.stamp >= 0)
        advance(clock, line.stamp, milliseconds(arrival));
    failures += line.tag.lineClass == LineClass::Failure ? 1 : 0;
    warnings += line.tag.lineClass == LineClass::Warning ? 1 : 0;
}

void LineStore::Private::noteArrival(qint64 firstNewLine, const LineStoreBatch &batch, const QDateTime &arrival)
{
    const qint64 time = milliseconds(arrival);
    if (time > 0)
        lastArrival = arrival;
    const qint64 end = index.size() + qint64(batch.lines.size()) + (batch.open.isEmpty() ? 0 : 1);
    if (firstNewLine >= end)
        return;
    if (!arrivals.empty()) {
        const Arrival &last = arrivals.back();
        const bool close =
            last.time == time || (last.time > 0 && time > 0 && std::abs(time - last.time) < ArrivalGrain);
        if (close)
            return;
    }
    arrivals.push_back({firstNewLine, time});
}

void LineStore::Private::setOpenLine(const QByteArray &open, LineTag tag)
{
    openBytes = open;
    openTag = open.isEmpty() ? LineTag() : tag;
}

bool LineStore::Private::finishOpenLine(const QDateTime &arrival)
{
    const bool wasOpen = !openBytes.isEmpty();
    splitter.finishOpenLine([&](const LineExtent &extent) {
        if (!openBytes.isEmpty())
            commit(prepareLine(openBytes, extent), arrival);
    });
    setOpenLine({}, {});
    return wasOpen;
}

void LineStore::Private::reset()
{
    splitter = {};
    bytes = {};
    index.clear();
    boots = {};
    fileLines = {};
    clock = {};
    marks.clear();
    arrivals.clear();
    lastArrival = {};
    setOpenLine({}, {});
    failures = warnings = 0;
}

LineStore::Change LineStore::Private::changeSince(qint64 first) const
{
    return {first, lineCount() - first, failuresIn(first, lineCount())};
}

qint64 LineStore::Private::failuresIn(qint64 first, qint64 last) const
{
    qint64 count = 0;
    for (qint64 line = first; line < last;) {
        if (line % LineIndex::BlockLines == 0 && line + LineIndex::BlockLines <= std::min(last, index.size())) {
            count += index.blockOf(line).failures;
            line += LineIndex::BlockLines;
            continue;
        }
        count += tagOf(line).lineClass == LineClass::Failure ? 1 : 0;
        ++line;
    }
    return count;
}

QDateTime LineStore::Private::arrivalOf(qint64 line) const
{
    const auto next = std::upper_bound(arrivals.begin(), arrivals.end(), line,
                                       [](qint64 at, const Arrival &arrival) { return at < arrival.firstLine; });
    if (next == arrivals.begin() || std::prev(next)->time == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::prev(next)->time);
}

SerialLine LineStore::Private::makeLine(qint64 number, const LineIndex::Entry &entry, const QByteArray &raw,
                                        const LineStoreClock &lineClock) const
{
    SerialLine line;
    line.number = number;
    line.lineClass = entry.tag.lineClass;
    line.severity = entry.tag.severity;
    line.continuation = entry.tag.continuation;
    line.continues = entry.tag.continues;
    line.open = number == index.size();
    line.arrival = arrivalOf(number);
    line.dropped = entry.bytes > 0 && entry.begin < bytes.begin();
    if (const auto mark = marks.find(number); mark != marks.end()) {
        line.mark = mark->second;
        return line;
    }
    line.fileLine = fileLines.of(number) - (line.open && line.continuation ? 1 : 0);
    StyledText styled = AnsiParser::parse(withoutFeed(raw));
    line.text = std::move(styled.text);
    line.spans = std::move(styled.spans);
    line.rewritten = styled.rewritten;
    line.kernelTime = lineClock.stamp();
    line.sinceBoot = lineClock.sinceBoot(line.arrival);
    line.sinceBootIsLeast = !lineClock.isExact(line.arrival);
    return line;
}

LineStoreClock::LineStoreClock(const LineStore::Private &store, qint64 line)
    : m_store(store)
{
    const qint64 blockStart = line / LineIndex::BlockLines * LineIndex::BlockLines;
    m_clock = blockStart < store.index.size() ? store.index.blockOf(blockStart).clock : store.clock;
    const auto &boots = store.boots.boots();
    while (m_nextBoot < boots.size() && boots[m_nextBoot].firstLine < blockStart)
        ++m_nextBoot;
}

void LineStoreClock::pass(qint64 line, QByteArrayView raw)
{
    const auto &boots = m_store.boots.boots();
    if (m_nextBoot < boots.size() && boots[m_nextBoot].firstLine == line) {
        m_clock = {};
        ++m_nextBoot;
    }
    m_stamp = KernelStamp::read(raw);
    if (m_stamp)
        advance(m_clock, *m_stamp, milliseconds(m_store.arrivalOf(line)));
}

bool LineStoreClock::isExact(const QDateTime &arrival) const
{
    return m_stamp || (m_clock.arrival > 0 && arrival.isValid());
}

std::optional<qint64> LineStoreClock::sinceBoot(const QDateTime &arrival) const
{
    if (m_stamp)
        return *m_stamp / 1000;
    if (m_clock.stamp < 0)
        return {};
    const qint64 behind = isExact(arrival) ? milliseconds(arrival) - m_clock.arrival : 0;
    return m_clock.stamp / 1000 + std::max<qint64>(0, behind);
}

} // namespace portlight
