// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/RecordedSession.h"

#include <time.h>
#include <vector>

namespace portlight {

/// One viewer's way through a session.
struct DecodeRun
{
    double cpuSeconds = 0; ///< Of the viewer's thread, reading the socket included.
    double seconds = 0;
    std::vector<quint32> pixels; ///< 0x00RRGGBB of the last picture; empty: it did not work.

    /// This program's own client, as DescriptorTransport and SessionLink drive it; threads besides the caller's.
    [[nodiscard]] static DecodeRun portlight(quint16 port, const RecordedSession &session, int threads);
    /// libvncclient, in the same thread.
    [[nodiscard]] static DecodeRun vncClient(quint16 port, const RecordedSession &session);
};

/// Seconds of a clock, e.g. CLOCK_THREAD_CPUTIME_ID.
[[nodiscard]] inline double secondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

} // namespace portlight
