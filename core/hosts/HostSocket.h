// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"

#include <QByteArray>
#include <QDeadlineTimer>

namespace portlight {

/// A byte stream to an endpoint as seen from a host: a TCP or Unix connection, or the two ends of an `ssh -W`.
/// Owns one non-blocking, close-on-exec descriptor of a stream socket; moves, does not copy. One thread at a time.
class HostSocket
{
public:
    HostSocket() = default;
    /// Takes ownership of `fd` and makes it non-blocking.
    explicit HostSocket(int fd);
    ~HostSocket();
    HostSocket(HostSocket &&other) noexcept;
    HostSocket &operator=(HostSocket &&other) noexcept;
    HostSocket(const HostSocket &) = delete;
    HostSocket &operator=(const HostSocket &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    /// For poll(); stays owned by this object.
    [[nodiscard]] int fd() const { return m_fd; }
    /// Hands the descriptor over, e.g. to QTcpSocket::setSocketDescriptor.
    [[nodiscard]] int release();

    /// Waits for at least one byte and returns up to `most`; empty at the end of the stream.
    /// Errors: "socket.timeout", "socket.closed", "cancelled".
    [[nodiscard]] Result<QByteArray> read(qint64 most, QDeadlineTimer deadline, const Cancellation &cancellation);
    /// Writes everything. Errors as for read().
    [[nodiscard]] Result<void> write(QByteArrayView bytes, QDeadlineTimer deadline, const Cancellation &cancellation);
    /// Tells the far side that nothing more will be sent.
    void shutdownWrite();
    void close();

private:
    int m_fd = -1;
};

} // namespace portlight
