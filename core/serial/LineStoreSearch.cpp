// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStoreData.h"

#include <algorithm>

namespace portlight {

namespace {

bool isFailure(LineTag tag, bool warningsToo)
{
    return tag.lineClass == LineClass::Failure || (warningsToo && tag.lineClass == LineClass::Warning);
}

bool hasFailure(const LineIndex::Block &block, bool warningsToo)
{
    return block.failures > 0 || (warningsToo && block.warnings > 0);
}

/// A limit for the memory of one search step.
constexpr qint64 SearchBytes = 1024 * 1024;

} // namespace

qint64 LineStore::findFailure(qint64 from, int direction, bool warningsToo) const
{
    const std::shared_lock lock(d->mutex);
    const qint64 count = d->lineCount();
    if (direction < 0)
        from = std::min(from, count - 1);
    else
        from = std::max<qint64>(0, from);
    const qint64 step = direction < 0 ? -1 : 1;
    for (qint64 line = from; line >= 0 && line < count;) {
        const bool indexed = line < d->index.size();
        const size_t block = indexed ? d->index.blockOf(line) : 0;
        if (indexed && !hasFailure(d->index.block(block), warningsToo)) {
            line = step > 0 ? d->index.lastLine(block) : d->index.block(block).firstLine - 1;
            continue;
        }
        if (isFailure(d->tagOf(line), warningsToo))
            return line;
        line += step;
    }
    return -1;
}

QList<qint64> LineStore::failures(qint64 from, qint64 most) const
{
    QList<qint64> result;
    for (qint64 line = findFailure(from, 1); line >= 0 && result.size() < most; line = findFailure(line + 1, 1))
        result.append(line);
    return result;
}

qint64 LineStore::failuresIn(qint64 first, qint64 count) const
{
    const std::shared_lock lock(d->mutex);
    first = std::clamp<qint64>(first, 0, d->lineCount());
    return d->failuresIn(first, first + std::clamp<qint64>(count, 0, d->lineCount() - first));
}

LineStore::Found LineStore::find(const QString &text, Qt::CaseSensitivity sensitivity, qint64 from, int direction,
                                 qint64 most) const
{
    const qint64 count = lineCount();
    if (text.isEmpty() || count == 0)
        return {};
    Found found;
    from = direction < 0 ? std::min(from, count - 1) : std::max<qint64>(0, from);
    const qint64 first = direction < 0 ? std::max<qint64>(0, from - most + 1) : from;
    const qint64 last = direction < 0 ? from + 1 : std::min(count, from + most);
    PlainBlock block;
    std::vector<LineClass> classes;
    for (qint64 line = first; line < last && (direction < 0 || found.line < 0);) {
        plainBlock(line, SearchBytes, block, classes);
        if (block.count() == 0)
            break;
        quint32 begin = 0;
        for (qint64 i = 0; i < block.count() && line + i < last && (direction < 0 || found.line < 0); ++i) {
            const quint32 end = block.ends[size_t(i)];
            const QByteArrayView plain = QByteArrayView(block.text).first(end).sliced(begin);
            if (QString::fromUtf8(plain).contains(text, sensitivity))
                found.line = line + i;
            begin = end + 1;
        }
        line += block.count();
    }
    const qint64 next = direction < 0 ? first - 1 : last;
    if (found.line < 0 && next >= 0 && next < count)
        found.next = next;
    return found;
}

std::vector<Severity> LineStore::severityProfile(qint64 first, qint64 count, int parts) const
{
    const std::shared_lock lock(d->mutex);
    std::vector<Severity> profile(size_t(std::max(0, parts)), Severity::None);
    first = std::clamp<qint64>(first, 0, d->lineCount());
    count = std::clamp<qint64>(count, 0, d->lineCount() - first);
    if (parts <= 0 || count == 0)
        return profile;
    // Lines and parts may each outnumber the other; a product of both fits into 64 bits.
    const auto partOf = [&](qint64 line) {
        return size_t((line - first) * parts / count);
    };
    const qint64 last = first + count;
    const qint64 indexed = std::min(last, d->index.size());
    for (qint64 line = first; line < indexed;) {
        const size_t block = d->index.blockOf(line);
        const qint64 end = std::min(d->index.lastLine(block), indexed);
        const Severity highest = d->index.block(block).highest;
        const bool isWhole = line == d->index.block(block).firstLine && end == d->index.lastLine(block);
        if (isWhole && partOf(line) == partOf(end - 1)) {
            profile[partOf(line)] = std::max(profile[partOf(line)], highest);
        } else if (highest != Severity::None) {
            for (qint64 at = line; at < end; ++at)
                profile[partOf(at)] = std::max(profile[partOf(at)], d->index.tag(at).severity);
        }
        line = end;
    }
    if (last > d->index.size())
        profile[partOf(d->index.size())] = std::max(profile[partOf(d->index.size())], d->open.tag.severity);
    return profile;
}

} // namespace portlight
