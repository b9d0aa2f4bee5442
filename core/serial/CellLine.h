// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/StyledText.h"

#include <QList>

#include <vector>

namespace portlight {

/// One line of a terminal: characters with styles, and a cursor. What was wholly erased at the end is shown all the
/// same, because a line of a log must not vanish.
class CellLine
{
public:
    explicit CellLine(qsizetype expected) { m_cells.reserve(size_t(expected)); }

    /// Writes at the cursor, over what stands there.
    void put(char32_t character, const TextStyle &style);
    void carriageReturn() { m_column = 0; }
    void backspace();
    void tab(const TextStyle &style);
    /// Movements end at column 0 and at `most`.
    void moveBy(qint64 columns, qint64 most);
    void moveTo(qint64 column, qint64 most);
    /// EL (ECMA-48 8.3.41): 0 from the cursor to the end, 1 from the beginning to the cursor, 2 everything.
    void erase(int part);

    [[nodiscard]] StyledText take();

private:
    struct Cell
    {
        char32_t character = U' ';
        quint32 style = 0;
    };
    [[nodiscard]] quint32 indexOf(const TextStyle &style);
    [[nodiscard]] static bool isBlank(const std::vector<Cell> &cells);
    void fillTo(qsizetype column);

    std::vector<Cell> m_cells;
    std::vector<Cell> m_erased;
    QList<TextStyle> m_styles{TextStyle{}};
    qsizetype m_column = 0;
    bool m_rewritten = false;
};

} // namespace portlight
