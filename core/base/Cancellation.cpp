// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cancellation.h"

#include <QDeadlineTimer>

#include <atomic>
#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace portlight {

struct Cancellation::State
{
    State()
        : fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }
    ~State()
    {
        if (fd >= 0)
            close(fd);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    std::atomic<bool> requested{false};
    const int fd;
};

Cancellation::Cancellation()
    : m_state(std::make_shared<State>())
{
}

void Cancellation::request() const noexcept
{
    m_state->requested.store(true);
    const std::uint64_t one = 1;
    if (m_state->fd >= 0)
        (void)!write(m_state->fd, &one, sizeof one); // full counter: it is readable already
}

bool Cancellation::isRequested() const noexcept
{
    return m_state->requested.load();
}

int Cancellation::fd() const noexcept
{
    return m_state->fd;
}

bool Cancellation::sleep(std::chrono::milliseconds time) const
{
    QDeadlineTimer deadline(time);
    do {
        if (isRequested())
            return false;
        // Without an eventfd (descriptor limit reached) a short nap keeps the flag in view.
        const auto left = m_state->fd >= 0 ? deadline.remainingTime() : qMin<qint64>(deadline.remainingTime(), 50);
        pollfd waiting{m_state->fd, POLLIN, 0};
        poll(&waiting, 1, static_cast<int>(left));
    } while (!deadline.hasExpired());
    return !isRequested();
}

} // namespace portlight
