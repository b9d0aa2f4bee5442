// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Error.h"
#include "console/OutputBuffer.h"
#include "hosts/Host.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <mutex>
#include <thread>

namespace portlight {

/// The thread behind ConsoleConnection: connects, then moves bytes both ways until one side ends. It always reads, also
/// when nobody takes what it has read.
class ConsoleWorker
{
public:
    struct Callbacks ///< Called in the worker's thread.
    {
        std::function<void()> opened;
        std::function<void()> received; ///< There is something to take; not again before it was taken.
        std::function<void()> closed;
        std::function<void(const Error &)> failed;
    };

    ConsoleWorker(HostPointer host, QString path, Callbacks callbacks);
    ~ConsoleWorker();

    void start();
    /// Ends the thread and waits for it.
    void stop();
    [[nodiscard]] bool send(QByteArrayView bytes, qint64 mostPending);

    struct Received
    {
        QByteArray bytes;
        qint64 dropped = 0; ///< Behind `bytes`: so many came faster than anybody took them.
    };
    [[nodiscard]] Received takeReceived();

private:
    void run();
    [[nodiscard]] Result<HostSocket> connect();
    /// Until the far side closes (true), or a stop or an error.
    [[nodiscard]] Result<void> move(HostSocket &socket);
    [[nodiscard]] Result<bool> readSome(HostSocket &socket);
    [[nodiscard]] Result<void> writeSome(HostSocket &socket);
    void wake() const;
    void drainWake() const;

    const HostPointer m_host;
    const QString m_path;
    const Callbacks m_callbacks;
    Cancellation m_cancellation;
    std::thread m_thread;
    int m_wakeFd = -1;
    std::mutex m_mutex;
    QByteArray m_pending;     ///< Guarded.
    bool m_open = false;      ///< Guarded.
    OutputBuffer m_received;  ///< Guarded.
    bool m_announced = false; ///< Guarded: received() was called and takeReceived() was not.
};

} // namespace portlight
