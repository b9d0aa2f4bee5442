// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QString>

#include <compare>

namespace portlight {

/// A place between two characters of the log.
struct ConsolePosition
{
    qint64 line = 0;
    int column = 0; ///< UTF-16 units.

    friend auto operator<=>(const ConsolePosition &, const ConsolePosition &) = default;
};

/// What the user marked in the log, from where the mouse went down to where it is.
class ConsoleSelection
{
public:
    /// Copying more than this is cut off.
    static constexpr qsizetype MostCharacters = 32 * 1024 * 1024;

    void begin(ConsolePosition position) { m_anchor = m_caret = position; }
    void extend(ConsolePosition position) { m_caret = position; }
    void clear() { m_caret = m_anchor; }

    [[nodiscard]] bool isEmpty() const { return m_anchor == m_caret; }
    [[nodiscard]] ConsolePosition first() const { return m_anchor < m_caret ? m_anchor : m_caret; }
    [[nodiscard]] ConsolePosition last() const { return m_anchor < m_caret ? m_caret : m_anchor; }

    struct Range
    {
        int start = 0;
        int length = 0;
    };
    /// The marked part of a line of `length` characters; length 0 for none.
    [[nodiscard]] Range rangeIn(qint64 line, int length) const;
    /// The marked text. Pieces of one long line are joined again.
    [[nodiscard]] QString text(const LineStore &store) const;

private:
    ConsolePosition m_anchor;
    ConsolePosition m_caret;
};

} // namespace portlight
