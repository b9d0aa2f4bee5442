// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogFilter.h"

#include "serial/LogFilterThreads.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <limits>

namespace portlight {

namespace {

constexpr int RoundMilliseconds = 1000 / 30;
/// As many as go into the set within a few milliseconds.
constexpr size_t MostRunsPerRound = 200'000;
constexpr qint64 NoLine = std::numeric_limits<qint64>::max();

} // namespace

struct LogFilter::Private
{
    explicit Private(LogFilter *filter)
        : q(filter)
        , threads([this] { tell(); })
    {
        round.setSingleShot(true);
        round.callOnTimeout([this] { deliver(); });
    }

    /// In one of the threads. One message is enough until it has been read.
    void tell()
    {
        if (!told.exchange(true))
            QMetaObject::invokeMethod(
                &round,
                [this] {
                    told = false;
                    schedule();
                },
                Qt::QueuedConnection);
    }
    void schedule()
    {
        if (round.isActive())
            return;
        const qint64 passed = sinceRound.isValid() ? sinceRound.elapsed() : RoundMilliseconds;
        round.start(int(std::max<qint64>(0, RoundMilliseconds - passed)));
    }
    [[nodiscard]] qint64 last() const
    {
        const qint64 count = store ? store->lineCount() : 0;
        return range.last < 0 ? count : std::min(range.last, count);
    }
    void deliver();
    /// Removes what is not true any more; the first line that this concerns, NoLine for none.
    qint64 removeFrom(qint64 first);

    LogFilter *q;
    std::shared_ptr<const LineStore> store;
    Range range;
    LineSet lines;
    qint64 position = 0; ///< Lines before it have been looked at and are in the set if they match.
    qint64 end = 0;
    qint64 stale = NoLine; ///< Members from here on are of an older round; they go when the first new result is there.
    bool finished = true;
    QElapsedTimer sinceRound;
    QTimer round;
    std::atomic<bool> told = false;
    LogFilterThreads threads; ///< Last: ends before what it talks to.
};

qint64 LogFilter::Private::removeFrom(qint64 first)
{
    const qint64 member = lines.next(first, 1);
    if (member < 0)
        return NoLine;
    lines.removeFrom(first);
    return member;
}

void LogFilter::Private::deliver()
{
    if (!store)
        return;
    const LogFilterThreads::Piece piece = threads.take(MostRunsPerRound);
    if (piece.last > piece.first)
        sinceRound.start();
    qint64 changed = NoLine;
    if ((piece.last > piece.first || piece.last >= end) && stale != NoLine)
        changed = removeFrom(std::exchange(stale, NoLine));
    for (const auto &run : piece.runs)
        lines.addRange(run.first, run.last);
    if (!piece.runs.empty())
        changed = std::min(changed, piece.runs.front().first);
    position = piece.last;
    if (position < end && piece.runs.size() > MostRunsPerRound)
        schedule(); // There may be more already, of which the threads will not tell again.
    const bool justFinished = position >= end && !finished;
    finished = position >= end;
    if (changed != NoLine)
        Q_EMIT q->changed(changed);
    if (piece.last > piece.first || justFinished)
        Q_EMIT q->progressed();
    if (justFinished && finished)
        Q_EMIT q->finished();
}

LogFilter::LogFilter(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

LogFilter::~LogFilter() = default;

void LogFilter::start(std::shared_ptr<const LineStore> store, const LogQuery &query, Range range)
{
    if (!store) {
        clear();
        return;
    }
    const bool other = d->store != store;
    d->store = std::move(store);
    d->range = range;
    d->position = range.first;
    d->end = std::max(range.first, d->last());
    d->finished = false;
    d->stale = 0;
    d->threads.start(d->store, query, range.first, d->end);
    d->schedule();
    // Numbers of another log's lines mean nothing here.
    if (other && d->removeFrom(0) != NoLine)
        Q_EMIT changed(0);
}

void LogFilter::clear()
{
    d->threads.stop();
    d->round.stop();
    d->store.reset();
    d->position = d->end = 0;
    d->finished = true;
    d->stale = NoLine;
    if (d->removeFrom(0) != NoLine)
        Q_EMIT changed(0);
}

void LogFilter::linesChanged(qint64 first)
{
    if (!d->store)
        return;
    first = std::max(first, d->range.first);
    const qint64 last = std::max(d->range.first, d->last());
    if (first >= last && last == d->end)
        return; // Behind the range.
    first = std::min(first, last);
    if (first < d->position || d->stale != NoLine)
        d->stale = std::min(d->stale, first);
    d->end = last;
    d->position = std::min(d->position, first);
    d->finished = false;
    d->threads.change(first, last);
    d->schedule();
    // Lines that are not there any more must not be shown until the next round.
    if (const qint64 gone = d->removeFrom(d->store->lineCount()); gone != NoLine)
        Q_EMIT changed(gone);
}

const LineSet &LogFilter::lines() const
{
    return d->lines;
}

qint64 LogFilter::position() const
{
    return d->position;
}

double LogFilter::progress() const
{
    const qint64 all = d->end - d->range.first;
    return all <= 0 ? 1 : std::clamp(double(d->position - d->range.first) / double(all), 0.0, 1.0);
}

bool LogFilter::isFinished() const
{
    return d->finished;
}

} // namespace portlight
