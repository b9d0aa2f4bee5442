// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace portlight {

/// How long to wait before the next try to reach a desktop: longer each time, up to a limit. Pure.
class ReconnectPolicy
{
public:
    /// 0.5, 1, 2, 4, 8, 10, 10 ... seconds.
    [[nodiscard]] std::chrono::milliseconds nextDelay()
    {
        const auto delay = m_delay;
        m_delay = m_delay * 2 < longest ? m_delay * 2 : longest;
        return delay;
    }
    /// The desktop was there: the next loss begins with the shortest wait again.
    void reset() { m_delay = shortest; }

private:
    static constexpr std::chrono::milliseconds shortest{500};
    static constexpr std::chrono::milliseconds longest{10'000};
    std::chrono::milliseconds m_delay = shortest;
};

} // namespace portlight
