// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleScroll.h"

#include <algorithm>

namespace portlight {

void ConsoleScroll::setExtent(qint64 lines, int pageRows)
{
    m_lines = std::max<qint64>(0, lines);
    m_pageRows = std::max(1, pageRows);
    setTop(m_top);
}

void ConsoleScroll::setTop(Top top)
{
    top.line = std::clamp<qint64>(top.line, 0, std::max<qint64>(0, m_lines - 1));
    top.row = m_lines == 0 ? 0 : std::clamp(top.row, 0, m_rowsOf(top.line) - 1);
    m_top = std::min(top, end());
}

bool ConsoleScroll::moveBy(int rows)
{
    const Top before = m_top;
    Top top = m_top;
    while (rows > 0 && top.line < m_lines) {
        const int left = m_rowsOf(top.line) - top.row;
        const int step = std::min(rows, left);
        rows -= step;
        top.row += step;
        if (step == left)
            top = {top.line + 1, 0};
    }
    while (rows < 0 && (top.line > 0 || top.row > 0)) {
        if (top.row == 0)
            top = {top.line - 1, m_rowsOf(top.line - 1)};
        const int step = std::min(-rows, top.row);
        rows += step;
        top.row -= step;
    }
    setTop(top);
    return m_top != before;
}

ConsoleScroll::Top ConsoleScroll::end() const
{
    return m_lines == 0 ? Top() : topFor(m_lines, m_pageRows);
}

ConsoleScroll::Top ConsoleScroll::topFor(qint64 line, int above) const
{
    Top top{line, 0};
    while (above > 0 && top.line > 0) {
        const int rows = m_rowsOf(top.line - 1);
        --top.line;
        top.row = std::max(0, rows - above);
        above -= rows;
    }
    return top;
}

} // namespace portlight
