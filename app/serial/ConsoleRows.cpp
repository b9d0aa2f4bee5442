// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleRows.h"

#include <algorithm>

namespace portlight {

void ConsoleRows::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    refresh();
}

void ConsoleRows::setLines(const LineSet *lines)
{
    m_lines = lines;
    refresh();
}

void ConsoleRows::refresh()
{
    m_lineCount = m_store ? m_store->lineCount() : 0;
    m_count = rowsBefore(m_lineCount);
}

bool ConsoleRows::contains(qint64 line) const
{
    return line >= 0 && line < m_lineCount && (!m_lines || m_lines->contains(line));
}

qint64 ConsoleRows::rowsBefore(qint64 line) const
{
    const qint64 known = std::clamp<qint64>(line, 0, m_lineCount);
    return m_lines ? m_lines->rowOf(known) : known;
}

qint64 ConsoleRows::lineAt(qint64 row) const
{
    if (row < 0 || row >= m_count)
        return -1;
    return m_lines ? m_lines->lineAt(row) : row;
}

qint64 ConsoleRows::next(qint64 line, int direction) const
{
    if (m_count == 0)
        return -1;
    if (direction < 0)
        return lineAt(rowsBefore(line + 1) - 1);
    return lineAt(rowsBefore(line));
}

qint64 ConsoleRows::nextFailure(qint64 line, int direction) const
{
    // Failures and shown lines take turns in leading, so that many of one and few of the other cost little.
    for (line = next(line, direction); line >= 0;) {
        const qint64 failure = m_store->findFailure(line, direction);
        if (failure < 0 || contains(failure))
            return failure;
        line = failure < m_lineCount ? next(failure, direction) : -1;
    }
    return -1;
}

qint64 ConsoleRows::nextOf(const LineSet &lines, qint64 line, int direction) const
{
    for (line = next(line, direction); line >= 0;) {
        const qint64 member = lines.next(line, direction);
        if (member < 0 || contains(member))
            return member;
        line = member < m_lineCount ? next(member, direction) : -1;
    }
    return -1;
}

qint64 ConsoleRows::rowOf(qint64 line) const
{
    if (m_count == 0)
        return -1;
    const qint64 row = std::clamp<qint64>(rowsBefore(line), 0, m_count - 1);
    if (row == 0)
        return row;
    // The one before may be nearer.
    return std::abs(lineAt(row) - line) <= std::abs(line - lineAt(row - 1)) ? row : row - 1;
}

} // namespace portlight
