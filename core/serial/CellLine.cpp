// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/CellLine.h"

#include <algorithm>

namespace portlight {

quint32 CellLine::indexOf(const TextStyle &style)
{
    if (m_styles.last() == style)
        return quint32(m_styles.size() - 1);
    if (style == TextStyle{})
        return 0;
    m_styles.append(style);
    return quint32(m_styles.size() - 1);
}

bool CellLine::isBlank(const std::vector<Cell> &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.character == U' '; });
}

void CellLine::fillTo(qsizetype column)
{
    if (qsizetype(m_cells.size()) < column)
        m_cells.resize(size_t(column));
}

void CellLine::put(char32_t character, const TextStyle &style)
{
    fillTo(m_column);
    const Cell cell{character, indexOf(style)};
    if (m_column == qsizetype(m_cells.size())) {
        m_cells.push_back(cell);
    } else {
        m_rewritten = true;
        m_cells[size_t(m_column)] = cell;
    }
    ++m_column;
}

void CellLine::backspace()
{
    m_column = std::max<qsizetype>(0, m_column - 1);
}

void CellLine::tab(const TextStyle &style)
{
    const qsizetype stop = (m_column / 8 + 1) * 8;
    if (m_column < qsizetype(m_cells.size())) {
        m_column = stop;
        return;
    }
    while (m_column < stop)
        put(U' ', style);
}

void CellLine::moveBy(qint64 columns, qint64 most)
{
    moveTo(m_column + columns, most);
}

void CellLine::moveTo(qint64 column, qint64 most)
{
    // A line that is longer already may be walked along to its end.
    m_column = qsizetype(std::clamp<qint64>(column, 0, std::max<qint64>(most, qint64(m_cells.size()))));
}

void CellLine::erase(int part)
{
    if (part > 2 || m_cells.empty())
        return;
    const auto size = qsizetype(m_cells.size());
    const qsizetype first = part == 0 ? std::min(m_column, size) : 0;
    const qsizetype last = part == 1 ? std::min(m_column + 1, size) : size;
    if (first >= last)
        return;
    m_rewritten = true;
    if (first == 0 && last == size && !isBlank(m_cells))
        m_erased = m_cells;
    if (last == size)
        m_cells.resize(size_t(first));
    else
        std::fill(m_cells.begin() + first, m_cells.begin() + last, Cell{});
}

StyledText CellLine::take()
{
    if (!m_erased.empty() && isBlank(m_cells))
        m_cells.swap(m_erased);
    StyledText result;
    result.rewritten = m_rewritten;
    result.text.reserve(qsizetype(m_cells.size()));
    quint32 style = 0;
    for (const Cell &cell : m_cells) {
        const qsizetype at = result.text.size();
        if (QChar::requiresSurrogates(cell.character))
            result.text.append(QChar(QChar::highSurrogate(cell.character)))
                .append(QChar(QChar::lowSurrogate(cell.character)));
        else
            result.text.append(QChar(char16_t(cell.character)));
        if (cell.style == 0) {
            style = 0;
            continue;
        }
        if (cell.style != style)
            result.spans.append({int(at), 0, m_styles[qsizetype(cell.style)]});
        style = cell.style;
        result.spans.last().length = int(result.text.size()) - result.spans.last().start;
    }
    return result;
}

} // namespace portlight
