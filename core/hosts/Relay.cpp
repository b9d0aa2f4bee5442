// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/Relay.h"

#include <QByteArray>

#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace portlight {

namespace {

/// One direction: a buffer between a reader and a slower writer.
class Direction
{
public:
    Direction(HostSocket &from, HostSocket &to)
        : m_from(from)
        , m_to(to)
    {
    }

    [[nodiscard]] short wantsFrom() const { return m_open && m_start == m_end ? POLLIN : 0; }
    [[nodiscard]] short wantsTo() const { return m_start != m_end ? POLLOUT : 0; }
    [[nodiscard]] bool isDone() const { return !m_open && m_start == m_end; }

    /// False when the connection is broken.
    bool work(short fromEvents, short toEvents)
    {
        if (wantsFrom() != 0 && fromEvents != 0 && !fill())
            return false;
        if (wantsTo() != 0 && (toEvents != 0 || fromEvents != 0) && !empty())
            return false;
        return true;
    }

private:
    bool fill()
    {
        const ssize_t got = recv(m_from.fd(), m_buffer.data(), m_buffer.size(), 0);
        if (got < 0)
            return errno == EAGAIN || errno == EINTR;
        m_start = 0;
        m_end = static_cast<size_t>(got);
        if (got == 0) {
            m_open = false;
            m_to.shutdownWrite();
        }
        return true;
    }

    bool empty()
    {
        const ssize_t sent = send(m_to.fd(), m_buffer.data() + m_start, m_end - m_start, MSG_NOSIGNAL);
        if (sent < 0)
            return errno == EAGAIN || errno == EINTR;
        m_start += static_cast<size_t>(sent);
        return true;
    }

    HostSocket &m_from;
    HostSocket &m_to;
    std::array<char, 131072> m_buffer;
    size_t m_start = 0;
    size_t m_end = 0;
    bool m_open = true;
};

} // namespace

void relay(HostSocket &left, HostSocket &right, const Cancellation &cancellation)
{
    Direction forth(left, right);
    Direction back(right, left);
    while (!cancellation.isRequested() && !(forth.isDone() && back.isDone())) {
        const auto leftWants = static_cast<short>(forth.wantsFrom() | back.wantsTo());
        const auto rightWants = static_cast<short>(forth.wantsTo() | back.wantsFrom());
        std::array<pollfd, 3> waiting{{{leftWants != 0 ? left.fd() : -1, leftWants, 0},
                                       {rightWants != 0 ? right.fd() : -1, rightWants, 0},
                                       {cancellation.fd(), POLLIN, 0}}};
        poll(waiting.data(), waiting.size(), 1000);
        if (!forth.work(waiting[0].revents, waiting[1].revents) || !back.work(waiting[1].revents, waiting[0].revents))
            return;
    }
}

} // namespace portlight
