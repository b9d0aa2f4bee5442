// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/AnsiParser.h"
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
        if (indexed && !hasFailure(d->index.blockOf(line), warningsToo)) {
            const qint64 block = line / LineIndex::BlockLines * LineIndex::BlockLines;
            line = step > 0 ? std::min(block + LineIndex::BlockLines, d->index.size()) : block - 1;
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
    const std::shared_lock lock(d->mutex);
    const qint64 count = d->lineCount();
    if (text.isEmpty() || count == 0)
        return {};
    const auto matches = [&](const LineIndex::Entry &entry) {
        const QByteArray raw = d->bytes.read(entry.begin, entry.bytes);
        QByteArrayView line(raw);
        if (line.endsWith('\n'))
            line.chop(1);
        return QString::fromUtf8(AnsiParser::plainUtf8(line)).contains(text, sensitivity);
    };
    Found found;
    from = direction < 0 ? std::min(from, count - 1) : std::max<qint64>(0, from);
    const qint64 first = direction < 0 ? std::max<qint64>(0, from - most + 1) : from;
    const qint64 last = direction < 0 ? from + 1 : std::min(count, from + most);
    d->walk(first, last, [&](qint64 line, const LineIndex::Entry &entry) {
        if (matches(entry))
            found.line = line;
        return direction < 0 || found.line < 0;
    });
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
    for (qint64 line = first; line < first + count;) {
        const bool quiet = line < d->index.size() && d->index.blockOf(line).highest == Severity::None;
        if (quiet) {
            line = (line / LineIndex::BlockLines + 1) * LineIndex::BlockLines;
            continue;
        }
        // Lines and parts may each outnumber the other; a product of both fits into 64 bits.
        const auto part = size_t((line - first) * parts / count);
        const qint64 blockEnd = line + LineIndex::BlockLines;
        const bool wholeBlock =
            line % LineIndex::BlockLines == 0 && blockEnd <= std::min(first + count, d->index.size());
        if (wholeBlock && size_t((blockEnd - 1 - first) * parts / count) == part) {
            profile[part] = std::max(profile[part], d->index.blockOf(line).highest);
            line = blockEnd;
            continue;
        }
        profile[part] = std::max(profile[part], d->tagOf(line).severity);
        ++line;
    }
    return profile;
}

} // namespace portlight
