// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/AnsiParser.h"
#include "serial/KernelStamp.h"
#include "serial/LineStoreData.h"
#include "serial/LineStretch.h"

#include <algorithm>
#include <limits>
#include <mutex>

namespace portlight {

namespace {

/// Lines are read in stretches of about so many bytes.
constexpr qint64 StretchBytes = 1024 * 1024;

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

/// Knows the time of each line while one walks through a stretch from its first line on.
class StretchClock
{
public:
    StretchClock(const LineStore::Private &store, const LineStretch &stretch)
        : m_store(store)
        , m_clock(stretch.clock())
    {
        // Before a kernel has spoken, the clock is that of the boot before.
        const auto &boots = store.boots.boots();
        const int boot = store.boots.indexOf(stretch.firstRead());
        if (boot >= 0 && boots[size_t(boot)].banner >= stretch.firstRead() && boot > 0)
            m_clock = {};
        m_nextBoot = size_t(boot + 1);
    }

    void pass(qint64 line, QByteArrayView plain)
    {
        const auto &boots = m_store.boots.boots();
        if (m_nextBoot < boots.size() && boots[m_nextBoot].firstLine == line) {
            m_clock = {};
            ++m_nextBoot;
        }
        m_stamp = KernelStamp::read(plain);
        if (m_stamp)
            m_clock = {*m_stamp, milliseconds(m_store.arrivalOf(line))};
    }

    void tell(SerialLine &line) const
    {
        line.kernelTime = m_stamp;
        const bool isExact = m_stamp || (m_clock.arrival > 0 && line.arrival.isValid());
        line.sinceBootIsLeast = !isExact;
        if (m_stamp) {
            line.sinceBoot = *m_stamp / 1000;
        } else if (m_clock.stamp >= 0) {
            const qint64 behind = isExact ? milliseconds(line.arrival) - m_clock.arrival : 0;
            line.sinceBoot = m_clock.stamp / 1000 + std::max<qint64>(0, behind);
        }
    }

private:
    const LineStore::Private &m_store;
    KernelClock m_clock;
    std::optional<qint64> m_stamp;
    size_t m_nextBoot = 0;
};

SerialLine describe(const LineStore::Private &store, const LineStretch &stretch, qint64 number)
{
    SerialLine line;
    line.number = number;
    const LineTag tag = stretch.isOpen() ? stretch.openTag() : store.tagOf(number);
    line.lineClass = tag.lineClass;
    line.severity = tag.severity;
    line.continuation = tag.continuation;
    line.continues = tag.continues;
    line.open = stretch.isOpen();
    line.arrival = store.arrivalOf(number);
    if (const auto mark = store.marks.find(number); mark != store.marks.end()) {
        line.mark = mark->second.mark;
        return line;
    }
    line.fileLine = store.fileLines.of(number) - (line.open && line.continuation ? 1 : 0);
    line.dropped = stretch.isMark() || !stretch.has(number);
    return line;
}

void putText(const LineStretch &stretch, SerialLine &line)
{
    const ScannedText::Odd *odd = stretch.odd(line.number);
    QByteArray together;
    QByteArrayView raw = stretch.raw(line.number);
    if (odd && odd->stitchedOf > 0) {
        together = stretch.stitched(line.number, *odd);
        raw = together;
        line.stitched = true;
    } else if (odd && odd->vmmAt > 0 && !stretch.showsAll(line.number)) {
        raw = raw.sliced(odd->vmmAt);
    }
    StyledText styled = AnsiParser::parse(raw);
    line.text = std::move(styled.text);
    line.spans = std::move(styled.spans);
    line.rewritten = styled.rewritten;
}

void addLines(const LineStore::Private &store, const LineStretch &stretch, qint64 last, QList<SerialLine> &lines)
{
    StretchClock clock(store, stretch);
    for (qint64 number = stretch.firstRead(); number < last; ++number) {
        const bool hasText = !stretch.isMark() && stretch.has(number);
        clock.pass(number, hasText ? stretch.plain(number) : QByteArrayView());
        if (number < stretch.first())
            continue;
        SerialLine line = describe(store, stretch, number);
        if (hasText && line.mark.kind == LineMark::Kind::None) {
            putText(stretch, line);
            clock.tell(line);
        }
        lines.append(line);
    }
}

} // namespace

SerialLine LineStore::line(qint64 number) const
{
    const QList<SerialLine> found = lines(number, 1);
    if (!found.isEmpty())
        return found.first();
    SerialLine none;
    none.number = -1;
    return none;
}

QList<SerialLine> LineStore::lines(qint64 first, qint64 count) const
{
    QList<SerialLine> result;
    first = std::max<qint64>(0, first);
    std::shared_lock lock(d->mutex);
    const qint64 last = first + std::min(std::max<qint64>(0, count), std::max<qint64>(0, d->lineCount() - first));
    if (first < last)
        result.reserve(last - first);
    for (qint64 at = first; at < last && at < d->lineCount();) {
        LineStretch stretch(*d, at, last, StretchBytes);
        const quint64 numbering = d->numbering;
        lock.unlock();
        stretch.read(d->bytes);
        lock.lock();
        if (d->numbering != numbering) {
            result.clear();
            at = first;
            continue;
        }
        const qint64 end = std::min({last, stretch.last(), d->lineCount()});
        addLines(*d, stretch, end, result);
        at = std::max(at + 1, end);
    }
    return result;
}

void LineStore::plainBlock(qint64 first, qint64 mostBytes, PlainBlock &block, std::vector<LineClass> &classes) const
{
    block.clear();
    block.first = first;
    classes.clear();
    std::shared_lock lock(d->mutex);
    if (first < 0 || first >= d->lineCount())
        return;
    LineStretch stretch(*d, first, std::numeric_limits<qint64>::max(), mostBytes);
    classes.reserve(size_t(stretch.last() - first));
    for (qint64 line = first; line < stretch.last(); ++line)
        classes.push_back(d->tagOf(line).lineClass);
    lock.unlock();
    stretch.text().block.text.swap(block.text);
    stretch.text().block.ends.swap(block.ends);
    stretch.read(d->bytes);
    stretch.take(block);
}

QByteArray LineStore::rawLine(qint64 number) const
{
    std::shared_lock lock(d->mutex);
    if (number < 0 || number >= d->lineCount())
        return {};
    LineStretch stretch(*d, number, number + 1, StretchBytes);
    lock.unlock();
    stretch.read(d->bytes);
    return stretch.isMark() || !stretch.has(number) ? QByteArray() : stretch.raw(number).toByteArray();
}

QByteArray LineStore::rawBytes(qint64 offset, qint64 most) const
{
    return d->bytes.read(offset, most);
}

} // namespace portlight
