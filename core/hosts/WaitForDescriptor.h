// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"

#include <QDeadlineTimer>

#include <poll.h>

namespace portlight {

enum class WaitResult { Ready, TimedOut, Cancelled };

/// Waits until `fd` is ready for `events` (or broken, which reading and writing will tell), the deadline passes or
/// somebody cancels.
inline WaitResult waitForDescriptor(int fd, short events, QDeadlineTimer deadline, const Cancellation &cancellation)
{
    for (;;) {
        if (cancellation.isRequested())
            return WaitResult::Cancelled;
        pollfd waiting[] = {{fd, events, 0}, {cancellation.fd(), POLLIN, 0}};
        const qint64 left = deadline.isForever() ? 1000 : qMin<qint64>(deadline.remainingTime(), 1000);
        if (poll(waiting, 2, static_cast<int>(left)) > 0 && waiting[0].revents != 0)
            return WaitResult::Ready;
        if (deadline.hasExpired())
            return cancellation.isRequested() ? WaitResult::Cancelled : WaitResult::TimedOut;
    }
}

} // namespace portlight
