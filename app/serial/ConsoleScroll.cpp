// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleScroll.h"

#include <algorithm>

namespace portlight {

void ConsoleScroll::setExtent(qint64 rows, int pageParts)
{
    m_rows = std::max<qint64>(0, rows);
    m_pageParts = std::max(1, pageParts);
    setTop(m_top);
}

void ConsoleScroll::setTop(Top top)
{
    top.row = std::clamp<qint64>(top.row, 0, std::max<qint64>(0, m_rows - 1));
    top.part = m_rows == 0 ? 0 : std::clamp(top.part, 0, m_partsOf(top.row) - 1);
    // Every row has a part at least: far from the end nobody has to know where the end is.
    m_top = m_rows - top.row > m_pageParts ? top : std::min(top, end());
}

bool ConsoleScroll::moveBy(int parts)
{
    const Top before = m_top;
    Top top = m_top;
    while (parts > 0 && top.row < m_rows) {
        const int left = m_partsOf(top.row) - top.part;
        const int step = std::min(parts, left);
        parts -= step;
        top.part += step;
        if (step == left)
            top = {top.row + 1, 0};
    }
    while (parts < 0 && (top.row > 0 || top.part > 0)) {
        if (top.part == 0)
            top = {top.row - 1, m_partsOf(top.row - 1)};
        const int step = std::min(-parts, top.part);
        parts += step;
        top.part -= step;
    }
    setTop(top);
    return m_top != before;
}

ConsoleScroll::Top ConsoleScroll::end() const
{
    return m_rows == 0 ? Top() : topFor(m_rows, m_pageParts);
}

ConsoleScroll::Top ConsoleScroll::topFor(qint64 row, int above) const
{
    Top top{row, 0};
    while (above > 0 && top.row > 0) {
        const int parts = m_partsOf(top.row - 1);
        --top.row;
        top.part = std::max(0, parts - above);
        above -= parts;
    }
    return top;
}

} // namespace portlight
