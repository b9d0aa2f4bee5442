// SPDX-License-Identifier: GPL-3.0-or-later
// Marks where the text of an older boot begins, which may be a few lines before the line that shows it.
#include "serial/KernelStamp.h"
#include "serial/LineStoreData.h"
#include "serial/LineStretch.h"

#include <algorithm>

namespace portlight {

namespace {

/// Whatever a guest writes, there are no more.
constexpr int MostOlderMarks = 32;

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

qint64 LineStore::Private::markOlderText(const LineBatch &batch, const KernelClock &before, qint64 first)
{
    qint64 changed = first;
    qint64 marked = 0;
    const auto mark = [&](const KernelEvent &event) {
        const qint64 line = markOlderText(event);
        marked += line >= 0 ? 1 : 0;
        changed = line >= 0 ? std::min(changed, line) : changed;
    };
    if (OlderText::isEndOf(lastText, batch.firstText)) {
        const KernelEvent event{first - 1, KernelEvent::Kind::Repeated, 0, 0, {}};
        if (olderText.see(event, 0))
            mark(event);
    }
    for (KernelEvent event : batch.events) {
        event.line += first + marked;
        if (olderText.see(event, event.before == LineBatch::Inherited ? before.stamp : event.before))
            mark(event);
    }
    lastText = batch.lastText;
    return changed;
}

qint64 LineStore::Private::markOlderText(const KernelEvent &event)
{
    if (olderMarks >= MostOlderMarks)
        return -1;
    qint64 first = std::max<qint64>(0, event.line - OlderText::MostLinesBack);
    bool isAfterMark = false;
    if (const auto mark = marks.upper_bound(event.line); mark != marks.begin()) {
        isAfterMark = std::prev(mark)->first + 1 >= first;
        first = std::max(first, std::prev(mark)->first + 1);
    }
    LineStretch stretch(*this, first, event.line + 1, (OlderText::MostLinesBack + 1) * LineBatch::BlockBytes);
    stretch.read(bytes);
    const qint64 line = stretch.has(event.line) ? OlderText::place(stretch, first, isAfterMark, event) : -1;
    if (line <= 0)
        return -1;
    KernelClock clockThere = stretch.clock();
    for (qint64 earlier = stretch.firstRead(); earlier < line; ++earlier) {
        if (const auto stamp = KernelStamp::read(stretch.plain(earlier)))
            clockThere = {*stamp, milliseconds(arrivalOf(earlier))};
    }
    insertMark(line, stretch.beginOf(line), clockThere);
    ++olderMarks;
    return line;
}

void LineStore::Private::insertMark(qint64 line, qint64 begin, const KernelClock &clockThere)
{
    ++numbering;
    fileLines.insertMark(line);
    index.insertMark(line, begin, clockThere);
    boots.shift(line);
    std::map<qint64, Mark> later;
    for (auto found = marks.lower_bound(line); found != marks.end(); found = marks.erase(found))
        later.emplace(found->first + 1, found->second);
    marks.merge(later);
    for (auto arrival = arrivals.rbegin(); arrival != arrivals.rend() && arrival->firstLine > line; ++arrival)
        ++arrival->firstLine;
    for (auto lines = letGo.rbegin(); lines != letGo.rend() && lines->last > line; ++lines) {
        ++lines->last;
        lines->first += lines->first >= line ? 1 : 0;
    }
    marks[line] = {{LineMark::Kind::Overwritten, 0, 0}, 0};
}

} // namespace portlight
