// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"
#include "serial/LogQuery.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace portlight {

/// The threads behind LogFilter. They look at the stretches of a log that are next, and keep what matched until it is
/// taken, in the order of the lines. All functions may be called from any thread.
class LogFilterThreads
{
public:
    /// Lines [first, last).
    struct Run
    {
        qint64 first = 0;
        qint64 last = 0;
    };
    /// What matched in the lines [first, last), which have all been looked at.
    struct Piece
    {
        qint64 first = 0;
        qint64 last = 0;
        std::vector<Run> runs;
    };

    /// `news` is called in one of the threads when there is something to take. It must not call back.
    explicit LogFilterThreads(std::function<void()> news);
    /// Stops and waits for the threads: not longer than it takes to look at a block of text.
    ~LogFilterThreads();
    LogFilterThreads(const LogFilterThreads &) = delete;
    LogFilterThreads &operator=(const LogFilterThreads &) = delete;

    /// Looks at the lines [first, last); what went before is given up.
    void start(std::shared_ptr<const LineStore> store, const LogQuery &query, qint64 first, qint64 last);
    void stop();
    /// Lines from `first` on are to be looked at (again), up to `last`.
    void change(qint64 first, qint64 last);
    /// What directly follows what was taken before: everything there is, or a little more than `mostRuns`.
    [[nodiscard]] Piece take(size_t mostRuns);

private:
    struct Stretch
    {
        qint64 first = 0;
        qint64 last = 0; ///< May become smaller while it is looked at.
        qint64 done = 0; ///< Lines before it have been looked at.
        std::vector<Run> runs;
    };
    struct Memory; ///< What one thread needs.

    void run();
    void look(Stretch &stretch, Memory &memory, std::unique_lock<std::mutex> &lock);
    [[nodiscard]] bool isWork() const;
    [[nodiscard]] std::shared_ptr<Stretch> nextStretch();
    void beginThreads();

    const std::function<void()> m_news;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex; ///< Guards everything below.
    std::condition_variable m_wake;
    std::shared_ptr<const LineStore> m_store;
    LogQuery m_query;
    quint64 m_generation = 0; ///< Counts the calls of start().
    std::deque<std::shared_ptr<Stretch>> m_stretches;
    qint64 m_taken = 0;
    qint64 m_next = 0; ///< The first line that no stretch holds.
    qint64 m_last = 0;
    qint64 m_stretchLines = 0;
    bool m_stopping = false;
};

} // namespace portlight
