// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

namespace portlight {

/// A request to stop, shared by whoever may ask and whoever works. Copies are handles on the same request.
/// Blocking code either looks at isRequested() between steps or puts fd() into its poll().
class Cancellation
{
public:
    Cancellation();

    /// Asks to stop. Any thread may call it, any number of times; also safe inside a signal handler.
    void request() const noexcept;
    [[nodiscard]] bool isRequested() const noexcept;

    /// Becomes readable (POLLIN) when a stop is requested and stays so; never read from it. -1 where none could be had.
    [[nodiscard]] int fd() const noexcept;

    /// Sleeps; false when a stop was requested meanwhile.
    [[nodiscard]] bool sleep(std::chrono::milliseconds time) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace portlight
