// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineSet.h"
#include "serial/LineStore.h"

#include <QString>

#include <compare>
#include <optional>

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
    /// More than this is not copied: a clipboard holds everything in memory, and mostly several times.
    static constexpr qsizetype MostCharacters = 16 * 1024 * 1024;

    /// What stands before each line of the text.
    struct Form
    {
        bool numbers = false; ///< The line's number in its file.
        bool times = false;   ///< Its time since boot.
    };

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
    /// The marked text, of the lines in `only`, or of all when it is null. Pieces of one long line are joined again.
    /// Nothing where it is more than MostCharacters.
    [[nodiscard]] std::optional<QString> text(const LineStore &store, const LineSet *only, Form form) const;
    /// Adds a part of a line, without a line feed.
    static void append(QString &text, const SerialLine &line, Range part, Form form);
    /// What is shown of a line, and so what positions count in.
    [[nodiscard]] static QString shown(const SerialLine &line);

private:
    ConsolePosition m_anchor;
    ConsolePosition m_caret;
};

} // namespace portlight
