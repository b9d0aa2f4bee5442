// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"

#include <thread>

namespace portlight {

/// Turns Ctrl-C, SIGTERM and SIGHUP into a request to stop. Another Ctrl-C a second later ends the process at once.
/// Make it before any other thread exists: the signals are blocked in all threads and read by one.
class StopSignals
{
public:
    explicit StopSignals(Cancellation stop);
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

private:
    Cancellation m_end;
    std::thread m_thread;
};

} // namespace portlight
