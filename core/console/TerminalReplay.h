// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TerminalScreen.h"
#include "serial/LineStore.h"

#include <memory>

namespace portlight {

/// Plays a log into a terminal: its end at once, what comes later as it comes, what was before when it is wanted. The
/// log is the terminal's history, so nothing is kept twice for longer than somebody looks at it.
class TerminalReplay
{
public:
    static constexpr qint64 TailBytes = 64 * 1024;   ///< Played into a new screen.
    static constexpr qint64 OlderBytes = 256 * 1024; ///< A piece of what was before.
    static constexpr qint64 MostBehind = 1024 * 1024;

    /// `store` is not null.
    explicit TerminalReplay(std::shared_ptr<LineStore> store);

    /// A new screen that shows the end of the log, with the screens before it as history. `alternate`: a program has
    /// the screen for itself, as isAlternate() of an older screen said.
    [[nodiscard]] std::unique_ptr<TerminalScreen> begin(int rows, int columns, bool alternate = false);
    /// Plays up to `most` bytes that came since. False when the log has run so far ahead that a new begin() is quicker.
    [[nodiscard]] bool advance(TerminalScreen &screen, qint64 most);
    /// Everything in the log was played.
    [[nodiscard]] bool isAtEnd() const;
    /// Puts an older piece of the log before the screen's history. False: there is no older one, or no room.
    [[nodiscard]] bool prependOlder(TerminalScreen &screen);

    [[nodiscard]] const std::shared_ptr<LineStore> &store() const { return m_store; }

private:
    /// The beginning of a line at or behind `from`.
    [[nodiscard]] qint64 lineBegin(qint64 from, qint64 end) const;

    std::shared_ptr<LineStore> m_store;
    qint64 m_begin = 0; ///< Of what the history holds, in the store.
    qint64 m_next = 0;
};

} // namespace portlight
