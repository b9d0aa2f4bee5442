// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStore.h"

#include "serial/AnsiParser.h"
#include "serial/KernelStamp.h"
#include "serial/LineStoreData.h"

#include <algorithm>
#include <mutex>

namespace portlight {

LineStore::LineStore(std::shared_ptr<const LineClassifier> classifier)
    : LineStore(std::move(classifier), Limits())
{
}

LineStore::LineStore(std::shared_ptr<const LineClassifier> classifier, Limits limits)
    : d(std::make_unique<Private>())
{
    d->classifier = std::move(classifier);
    d->limits = limits;
}

LineStore::~LineStore() = default;

LineStore::Change LineStore::append(QByteArrayView bytes, const QDateTime &arrival)
{
    if (bytes.isEmpty())
        return {lineCount(), 0, 0};
    // Only this thread changes anything, so it may read without the lock; readers go on meanwhile.
    const LineStoreBatch batch = d->prepare(bytes);
    const std::unique_lock lock(d->mutex);
    const qint64 first = d->index.size();
    d->noteArrival(d->openBytes.isEmpty() ? first : first + 1, batch, arrival);
    d->bytes.append(bytes);
    for (const LineStoreBatch::Line &line : batch.lines)
        d->commit(line, arrival);
    d->setOpenLine(batch.open, batch.openTag);
    d->bytes.keepAtMost(d->limits.mostBytes);
    return d->changeSince(first);
}

LineStore::Change LineStore::appendMark(const LineMark &mark, const QDateTime &arrival)
{
    const std::unique_lock lock(d->mutex);
    const qint64 first = d->index.size();
    const bool cutsLine = d->finishOpenLine(arrival);
    const qint64 line = d->index.size();
    d->marks.emplace(line, mark);
    d->index.append(0, {LineClass::Plain, Severity::Notice, false, false}, d->clock);
    const bool anew = mark.kind == LineMark::Kind::Truncated || mark.kind == LineMark::Kind::Replaced ||
                      mark.kind == LineMark::Kind::Rewritten;
    d->fileLines.mark(line, anew, cutsLine);
    if (anew)
        d->boots.expectBoot(d->index.size());
    return d->changeSince(first);
}

void LineStore::clear()
{
    const std::unique_lock lock(d->mutex);
    d->reset();
}

qint64 LineStore::lineCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->lineCount();
}

qint64 LineStore::byteCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->bytes.end();
}

qint64 LineStore::failureCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->failures + (d->openTag.lineClass == LineClass::Failure ? 1 : 0);
}

qint64 LineStore::warningCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->warnings + (d->openTag.lineClass == LineClass::Warning ? 1 : 0);
}

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
    const std::shared_lock lock(d->mutex);
    first = std::max<qint64>(0, first);
    const qint64 last = first + std::min(std::max<qint64>(0, count), std::max<qint64>(0, d->lineCount() - first));
    QList<SerialLine> result;
    if (first >= last)
        return result;
    result.reserve(last - first);
    LineStoreClock clock(*d, first);
    d->walk(first / LineIndex::BlockLines * LineIndex::BlockLines, last, [&](qint64 number, const auto &entry) {
        const bool wanted = number >= first;
        const QByteArray raw = d->bytes.read(entry.begin, wanted ? entry.bytes : qMin<qint64>(entry.bytes, 32));
        clock.pass(number, raw);
        if (wanted)
            result.append(d->makeLine(number, entry, raw, clock));
        return true;
    });
    return result;
}

QByteArray LineStore::rawLine(qint64 number) const
{
    const std::shared_lock lock(d->mutex);
    QByteArray result;
    d->walk(number, std::min(number + 1, d->lineCount()), [&](qint64, const auto &entry) {
        result = d->bytes.read(entry.begin, entry.bytes);
        return false;
    });
    if (result.endsWith('\n'))
        result.chop(1);
    return result;
}

void LineStore::plainBlock(qint64 first, qint64 mostBytes, PlainBlock &block, std::vector<LineClass> &classes) const
{
    block.clear();
    classes.clear();
    block.first = first;
    const std::shared_lock lock(d->mutex);
    if (first < 0)
        return;
    d->walk(first, d->lineCount(), [&](qint64, const auto &entry) {
        QByteArray raw = d->bytes.read(entry.begin, entry.bytes);
        if (raw.endsWith('\n'))
            raw.chop(1);
        block.text += AnsiParser::plainUtf8(raw);
        block.ends.push_back(quint32(block.text.size()));
        block.text += '\n';
        classes.push_back(entry.tag.lineClass);
        return block.text.size() < mostBytes;
    });
}

QByteArray LineStore::rawBytes(qint64 offset, qint64 most) const
{
    const std::shared_lock lock(d->mutex);
    return d->bytes.read(offset, most);
}

qint64 LineStore::firstKeptByte() const
{
    const std::shared_lock lock(d->mutex);
    return d->bytes.begin();
}

QList<SerialBoot> LineStore::boots() const
{
    const std::shared_lock lock(d->mutex);
    QList<SerialBoot> result;
    const auto &boots = d->boots.boots();
    for (size_t i = 0; i < boots.size(); ++i) {
        const qint64 end = i + 1 < boots.size() ? boots[i + 1].firstLine : d->lineCount();
        const qint64 first = boots[i].firstLine;
        result.append({first, end - first, d->arrivalOf(first), boots[i].kernel});
    }
    return result;
}

int LineStore::bootOf(qint64 line) const
{
    const std::shared_lock lock(d->mutex);
    return d->boots.indexOf(line);
}

QDateTime LineStore::lastArrival() const
{
    const std::shared_lock lock(d->mutex);
    return d->lastArrival;
}

} // namespace portlight
