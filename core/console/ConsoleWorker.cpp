// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleWorker.h"

#include "console/ConsoleService.h"

#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MostRead = 64 * 1024;
constexpr qsizetype MostReceived = 4 * 1024 * 1024;
constexpr int ConnectMilliseconds = 10'000;

} // namespace

ConsoleWorker::ConsoleWorker(HostPointer host, QString path, Callbacks callbacks)
    : m_host(std::move(host))
    , m_path(std::move(path))
    , m_callbacks(std::move(callbacks))
    , m_wakeFd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_received(MostReceived)
{
}

ConsoleWorker::~ConsoleWorker()
{
    stop();
    if (m_wakeFd >= 0)
        ::close(m_wakeFd);
}

void ConsoleWorker::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void ConsoleWorker::stop()
{
    m_cancellation.request();
    if (m_thread.joinable())
        m_thread.join();
}

bool ConsoleWorker::send(QByteArrayView bytes, qint64 mostPending)
{
    const std::lock_guard lock(m_mutex);
    if (!m_open || m_pending.size() + bytes.size() > mostPending)
        return false;
    m_pending.append(bytes);
    wake();
    return true;
}

void ConsoleWorker::wake() const
{
    const quint64 one = 1;
    // A counter that is full wakes just as well.
    [[maybe_unused]] const ssize_t written = ::write(m_wakeFd, &one, sizeof one);
}

void ConsoleWorker::drainWake() const
{
    quint64 count = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_wakeFd, &count, sizeof count);
}

ConsoleWorker::Received ConsoleWorker::takeReceived()
{
    const std::lock_guard lock(m_mutex);
    m_announced = false;
    return {m_received.takeBytes(), m_received.takeDropped()};
}

Result<HostSocket> ConsoleWorker::connect()
{
    Result<HostSocket> socket = m_host->connectUnix(m_path, QDeadlineTimer(ConnectMilliseconds), m_cancellation);
    if (!socket)
        return socket;
    if (auto served = waitForConsoleService(*m_host, m_path, m_cancellation); !served)
        return failure(served.error());
    return socket;
}

void ConsoleWorker::run()
{
    Result<HostSocket> socket = connect();
    if (!socket) {
        if (!m_cancellation.isRequested())
            m_callbacks.failed(socket.error());
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
    }
    m_callbacks.opened();
    const Result<void> end = move(*socket);
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
        m_pending.clear();
    }
    if (m_cancellation.isRequested())
        return;
    if (end)
        m_callbacks.closed();
    else
        m_callbacks.failed(end.error());
}

Result<void> ConsoleWorker::move(HostSocket &socket)
{
    while (!m_cancellation.isRequested()) {
        bool writes = false;
        {
            const std::lock_guard lock(m_mutex);
            writes = !m_pending.isEmpty();
        }
        const auto events = short(POLLIN | (writes ? POLLOUT : 0));
        std::array<pollfd, 3> waiting{
            {{socket.fd(), events, 0}, {m_wakeFd, POLLIN, 0}, {m_cancellation.fd(), POLLIN, 0}}};
        if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
            return failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
        if (waiting[1].revents != 0)
            drainWake();
        if ((waiting[0].revents & POLLOUT) != 0) {
            if (auto written = writeSome(socket); !written)
                return written;
        }
        if ((waiting[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
            const Result<bool> goesOn = readSome(socket);
            if (!goesOn)
                return failure(goesOn.error());
            if (!*goesOn)
                return {};
        }
    }
    return {};
}

Result<bool> ConsoleWorker::readSome(HostSocket &socket)
{
    const Result<QByteArray> bytes = socket.read(MostRead, QDeadlineTimer(0), m_cancellation);
    if (!bytes)
        return bytes.error().id == u"socket.timeout"_s ? Result<bool>(true) : failure(bytes.error());
    if (bytes->isEmpty())
        return false;
    bool tell = false;
    {
        const std::lock_guard lock(m_mutex);
        m_received.append(*bytes);
        tell = !std::exchange(m_announced, true);
    }
    if (tell)
        m_callbacks.received();
    return true;
}

Result<void> ConsoleWorker::writeSome(HostSocket &socket)
{
    const std::lock_guard lock(m_mutex);
    const ssize_t sent = ::send(socket.fd(), m_pending.constData(), size_t(m_pending.size()), MSG_NOSIGNAL);
    if (sent > 0)
        m_pending.remove(0, sent);
    else if (sent < 0 && errno != EAGAIN && errno != EINTR)
        return failure(ErrorKind::Failed, u"socket.closed"_s, qt_error_string(errno));
    return {};
}

} // namespace portlight
