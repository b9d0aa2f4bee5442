// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "serial/LineStore.h"

#include <functional>
#include <mutex>
#include <vector>

namespace portlight {

/// What happened to a followed log since the last round of signals.
struct SerialNews
{
    enum class Kind { Truncated, Replaced, Rewritten, Missing, Failed, Resumed };
    struct Event
    {
        Kind kind = Kind::Truncated;
        Error error;
    };
    qint64 first = -1; ///< The first changed line; -1: none.
    std::vector<Event> events;
    bool endReached = false;
    qint64 indexed = -1; ///< Bytes of a large file that are done; -1: none since the last round.
    qint64 indexSize = 0;

    [[nodiscard]] bool isEmpty() const { return first < 0 && events.empty() && !endReached && indexed < 0; }
};

/// Where the follower's thread leaves its news and the signals' thread takes them.
class SerialNewsBoard
{
public:
    /// Called in the follower's thread when there is news and take() has been called since the last time.
    std::function<void()> onNews;

    [[nodiscard]] SerialNews take();
    void tell(SerialNews::Kind kind, const Error &error = {});
    void tellChange(const LineStore::Change &change);
    void tellIndexed(qint64 done, qint64 size);
    void tellEnd();

private:
    void announce(std::unique_lock<std::mutex> &lock);

    std::mutex m_mutex;
    SerialNews m_news;        ///< Guarded.
    bool m_announced = false; ///< Guarded: onNews was called and take() was not.
};

} // namespace portlight
