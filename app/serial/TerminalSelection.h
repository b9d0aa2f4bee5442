// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>
#include <utility>

namespace portlight {

/// A place between two cells.
struct TerminalPlace
{
    qint64 row = 0;
    int column = 0;

    friend auto operator<=>(const TerminalPlace &, const TerminalPlace &) = default;
};

/// What is selected in a terminal: from where the mouse was pressed to where it is.
struct TerminalSelection
{
    TerminalPlace anchor;
    TerminalPlace caret;

    [[nodiscard]] bool isEmpty() const { return anchor == caret; }
    [[nodiscard]] TerminalPlace first() const { return std::min(anchor, caret); }
    [[nodiscard]] TerminalPlace last() const { return std::max(anchor, caret); }
    /// The cells [first, second) of a row.
    [[nodiscard]] std::pair<int, int> columnsOf(qint64 row) const
    {
        constexpr int toTheEnd = 1'000'000;
        if (isEmpty() || row < first().row || row > last().row)
            return {0, 0};
        return {row == first().row ? first().column : 0, row == last().row ? last().column : toTheEnd};
    }
};

} // namespace portlight
