// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStore.h"

#include "serial/LineStoreData.h"

#include <algorithm>
#include <mutex>

namespace portlight {

LineStore::LineStore(std::shared_ptr<const LineClassifier> classifier)
    : LineStore(std::move(classifier), Limits())
{
}

LineStore::LineStore(std::shared_ptr<const LineClassifier> classifier, Limits limits)
    : d(std::make_unique<Private>(std::move(classifier), limits))
{
}

LineStore::~LineStore() = default;

LineStore::Change LineStore::append(QByteArrayView bytes, const QDateTime &arrival)
{
    if (bytes.isEmpty())
        return {lineCount(), 0, 0};
    // In parts, so that readers are never held up for long.
    constexpr qsizetype MostAtOnce = 4 * 1024 * 1024;
    qint64 first = lineCount();
    while (!bytes.isEmpty()) {
        const QByteArrayView part = bytes.first(std::min(bytes.size(), MostAtOnce));
        d->bytes.append(part);
        first = std::min(first, d->feed(part, arrival).first);
        bytes = bytes.sliced(part.size());
    }
    return d->changeSince(first);
}

LineStore::Change LineStore::appendMark(const LineMark &mark, const QDateTime &arrival)
{
    if (mark.kind == LineMark::Kind::Truncated)
        d->bytes.forgetFile();
    const std::unique_lock lock(d->mutex);
    const qint64 first = d->firstWaiting();
    const bool cutsLine = d->finishOpenLine(arrival);
    const qint64 line = d->index.size();
    d->noteArrival(line, 1, arrival);
    d->marks[line] = {mark, 0};
    d->index.appendMark(0, d->clock);
    const bool isAnew = mark.kind == LineMark::Kind::Truncated || mark.kind == LineMark::Kind::Replaced;
    d->fileLines.mark(line, isAnew, cutsLine);
    d->lastText.clear();
    if (isAnew) {
        d->boots.expectBoot(line + 1);
        d->olderText.begin();
    }
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
    return d->bytes.end();
}

qint64 LineStore::failureCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->failures + (d->open.tag.lineClass == LineClass::Failure ? 1 : 0);
}

qint64 LineStore::warningCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->warnings + (d->open.tag.lineClass == LineClass::Warning ? 1 : 0);
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

qint64 LineStore::firstKeptByte() const
{
    return d->bytes.begin();
}

qint64 LineStore::droppedLineCount() const
{
    const std::shared_lock lock(d->mutex);
    return d->index.linesBefore(d->bytes.begin());
}

qint64 LineStore::indexMemory() const
{
    const std::shared_lock lock(d->mutex);
    return d->index.memory();
}

QDateTime LineStore::lastArrival() const
{
    const std::shared_lock lock(d->mutex);
    return d->lastArrival;
}

} // namespace portlight
