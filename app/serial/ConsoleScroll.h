// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace portlight {

/// Which row of the log is at the top of the screen. Lines may take several rows when they are wrapped; only the
/// rows of lines near the screen are ever asked for, so a log of any length scrolls at once.
class ConsoleScroll
{
public:
    struct Top
    {
        qint64 line = 0;
        int row = 0;

        friend auto operator<=>(const Top &, const Top &) = default;
    };
    using RowsOf = std::function<int(qint64 line)>;

    explicit ConsoleScroll(RowsOf rowsOf)
        : m_rowsOf(std::move(rowsOf))
    {
    }

    /// How much there is, and how many rows the screen shows in full.
    void setExtent(qint64 lines, int pageRows);
    [[nodiscard]] qint64 lines() const { return m_lines; }
    [[nodiscard]] int pageRows() const { return m_pageRows; }

    [[nodiscard]] Top top() const { return m_top; }
    /// Never behind end().
    void setTop(Top top);
    /// Moves by rows; true when anything moved.
    bool moveBy(int rows);
    /// The top with which the last row stands at the bottom.
    [[nodiscard]] Top end() const;
    [[nodiscard]] bool isAtEnd() const { return m_top >= end(); }
    /// The top with which `line` begins `above` rows below the top of the screen.
    [[nodiscard]] Top topFor(qint64 line, int above) const;

private:
    RowsOf m_rowsOf;
    qint64 m_lines = 0;
    int m_pageRows = 1;
    Top m_top;
};

} // namespace portlight
