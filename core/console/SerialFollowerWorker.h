// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Error.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace portlight {

/// What happened since the last round of signals.
struct SerialFollowerNews
{
    enum class Kind { Truncated, Replaced, Missing, Failed, Resumed };
    struct Event
    {
        Kind kind = Kind::Truncated;
        Error error;
    };
    qint64 first = -1; ///< The first changed line; -1: none.
    std::vector<Event> events;
    bool endReached = false;

    [[nodiscard]] bool isEmpty() const { return first < 0 && events.empty() && !endReached; }
};

/// The thread behind SerialFollower: Host::follow into the store, over and over until it is stopped.
class SerialFollowerWorker
{
public:
    SerialFollowerWorker(HostPointer host, QString path, std::shared_ptr<LineStore> store);
    ~SerialFollowerWorker();

    /// Called in the worker's thread when there is news and takeNews() has been called since the last time.
    std::function<void()> onNews;

    void start(qint64 offset);
    void stop();
    [[nodiscard]] SerialFollowerNews takeNews();

    [[nodiscard]] bool isRunning() const { return m_thread.joinable() && !m_ended; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const std::shared_ptr<LineStore> &store() const { return m_store; }
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

private:
    void run();
    /// One connection; the error that ended it, or nothing after a stop.
    [[nodiscard]] std::optional<Error> followOnce();
    /// After a lost connection: is what was read last still there?
    [[nodiscard]] Result<bool> isSameFile();
    void take(const FollowEvent &event);
    void takeData(const FollowEvent &event);
    void beginAnew(LineMark::Kind mark, SerialFollowerNews::Kind kind);
    void noteResumed();
    void remember(QByteArrayView bytes);
    void tell(SerialFollowerNews::Kind kind, const Error &error = {});
    void tellChange(const LineStore::Change &change);
    void announce(std::unique_lock<std::mutex> &lock);

    const HostPointer m_host;
    const QString m_path;
    const std::shared_ptr<LineStore> m_store;
    Cancellation m_cancellation;
    std::thread m_thread;
    std::atomic<bool> m_ended = false;
    std::atomic<bool> m_atEnd = false;
    std::atomic<qint64> m_offset = 0;

    // Of the worker's thread.
    QByteArray m_last;   ///< The bytes just before m_offset.
    bool m_live = false; ///< The end was reached once: what comes now comes as it is written.
    bool m_missing = false;
    bool m_failing = false;
    QElapsedTimer m_gap;

    std::mutex m_mutex;
    SerialFollowerNews m_news; ///< Guarded.
    bool m_announced = false;  ///< Guarded: onNews was called and takeNews was not.
};

} // namespace portlight
