// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <optional>

namespace portlight {

/// How long to wait before the next try to reach a desktop: longer each time, up to a limit. Each wait is up to a
/// fifth shorter or longer than its measure, so that many viewers that lost one host do not come back all at once.
class ReconnectPolicy
{
public:
    /// Around 0.5, 1, 2, 4, 8, 10, 10 ... seconds. `chance`: 0 to 1, for tests.
    [[nodiscard]] std::chrono::milliseconds nextDelay(double chance = QRandomGenerator::global()->generateDouble())
    {
        if (m_fixed)
            return *m_fixed;
        const auto delay = m_delay;
        m_delay = m_delay * 2 < longest ? m_delay * 2 : longest;
        return std::chrono::milliseconds(qRound64(double(delay.count()) * (0.8 + 0.4 * chance)));
    }
    /// The desktop was there: the next loss begins with the shortest wait again.
    void reset() { m_delay = shortest; }
    /// Always the same wait, as noVNC's `reconnect_delay` wants it; nothing: the waits above.
    void setFixedDelay(std::optional<std::chrono::milliseconds> delay) { m_fixed = delay; }

private:
    static constexpr std::chrono::milliseconds shortest{500};
    static constexpr std::chrono::milliseconds longest{10'000};
    std::chrono::milliseconds m_delay = shortest;
    std::optional<std::chrono::milliseconds> m_fixed;
};

} // namespace portlight
