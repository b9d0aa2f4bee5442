// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/HostSocket.h"

#include "hosts/WaitForDescriptor.h"

#include <QCoreApplication>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

Error closedError()
{
    return {ErrorKind::Unreachable,
            u"socket.closed"_s,
            QCoreApplication::translate("HostSocket", "The other side closed the connection."),
            {},
            {}};
}

Error timeoutError()
{
    return {ErrorKind::Unreachable,
            u"socket.timeout"_s,
            QCoreApplication::translate("HostSocket", "The other side did not answer in time."),
            {},
            {}};
}

Result<void> wait(int fd, short events, QDeadlineTimer deadline, const Cancellation &cancellation)
{
    switch (waitForDescriptor(fd, events, deadline, cancellation)) {
    case WaitResult::Ready:
        return {};
    case WaitResult::Cancelled:
        return failure(cancelledError());
    case WaitResult::TimedOut:
        break;
    }
    return failure(timeoutError());
}

} // namespace

HostSocket::HostSocket(int fd)
    : m_fd(fd)
{
    if (m_fd >= 0)
        fcntl(m_fd, F_SETFL, fcntl(m_fd, F_GETFL) | O_NONBLOCK);
}

HostSocket::~HostSocket()
{
    close();
}

HostSocket::HostSocket(HostSocket &&other) noexcept
    : m_fd(other.release())
{
}

HostSocket &HostSocket::operator=(HostSocket &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = other.release();
    }
    return *this;
}

int HostSocket::release()
{
    return std::exchange(m_fd, -1);
}

Result<QByteArray> HostSocket::read(qint64 most, QDeadlineTimer deadline, const Cancellation &cancellation)
{
    QByteArray bytes(static_cast<qsizetype>(most), Qt::Uninitialized);
    for (;;) {
        const ssize_t got = recv(m_fd, bytes.data(), static_cast<size_t>(most), 0);
        if (got >= 0) {
            bytes.truncate(got);
            return bytes;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            return failure(closedError());
        if (auto ready = wait(m_fd, POLLIN, deadline, cancellation); !ready)
            return failure(ready.error());
    }
}

Result<void> HostSocket::write(QByteArrayView bytes, QDeadlineTimer deadline, const Cancellation &cancellation)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = send(m_fd, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes = bytes.sliced(sent);
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            return failure(closedError());
        if (auto ready = wait(m_fd, POLLOUT, deadline, cancellation); !ready)
            return failure(ready.error());
    }
    return {};
}

void HostSocket::shutdownWrite()
{
    shutdown(m_fd, SHUT_WR);
}

void HostSocket::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

} // namespace portlight
