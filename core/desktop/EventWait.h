// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"

#include <QDeadlineTimer>

#include <functional>
#include <memory>

class QEventLoop;

namespace portlight {

/// Lets blocking code wait for what event-driven objects of the same thread do.
class EventWait
{
public:
    explicit EventWait(Cancellation cancellation);
    ~EventWait();
    EventWait(const EventWait &) = delete;
    EventWait &operator=(const EventWait &) = delete;

    /// Handles events until the condition holds (true), or the deadline passes or somebody cancels (false). The
    /// condition is asked after each round of events, and what has already arrived is handled in any case.
    [[nodiscard]] bool until(const std::function<bool()> &condition, QDeadlineTimer deadline) const;
    [[nodiscard]] const Cancellation &cancellation() const { return m_cancellation; }

private:
    Cancellation m_cancellation;
    /// Made before any socket: in a thread that Qt did not start, a socket without an event loop stays deaf.
    std::unique_ptr<QEventLoop> m_loop;
};

} // namespace portlight
