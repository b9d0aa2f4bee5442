// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "console/LogReceiver.h"
#include "console/SerialNews.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace portlight {

/// The thread behind SerialFollower: Host::follow into the store, over and over until it is stopped.
class SerialFollowerWorker
{
public:
    SerialFollowerWorker(HostPointer host, QString path, std::shared_ptr<LineStore> store);
    ~SerialFollowerWorker();

    void start(qint64 offset);
    void stop();

    [[nodiscard]] bool isRunning() const { return m_thread.joinable() && !m_ended; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const std::shared_ptr<LineStore> &store() const { return m_store; }
    [[nodiscard]] qint64 offset() const { return m_receiver.offset(); }
    [[nodiscard]] bool isAtEnd() const { return m_receiver.isAtEnd(); }
    [[nodiscard]] SerialNewsBoard &news() { return m_news; }
    void setIndexedFrom(qint64 bytes) { m_receiver.indexedFrom = bytes; }

private:
    void run();
    /// One connection; the error that ended it, or nothing after a stop.
    [[nodiscard]] std::optional<Error> followOnce();

    const HostPointer m_host;
    const QString m_path;
    const std::shared_ptr<LineStore> m_store;
    SerialNewsBoard m_news;
    LogReceiver m_receiver;
    Cancellation m_cancellation;
    std::thread m_thread;
    std::atomic<bool> m_ended = false;
};

} // namespace portlight
