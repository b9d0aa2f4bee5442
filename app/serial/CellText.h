// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace portlight {

/// A line of text on a grid of equally wide cells, as a terminal shows it: most characters take one cell, wide ones
/// (Chinese, Japanese, Korean, emoji) two, marks over other characters none. Positions in the text are UTF-16 units.
/// Where something stands is arithmetic, so a line of any length costs nothing before it is painted.
class CellText
{
public:
    CellText() = default;
    explicit CellText(QString text);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Every unit is a character of one cell.
    [[nodiscard]] bool isSimple() const { return m_cells.empty(); }
    [[nodiscard]] int cells() const { return isSimple() ? int(m_text.size()) : m_cells.back(); }
    /// The cell in which the character of this unit begins; cells() at the end.
    [[nodiscard]] int cellOf(int unit) const;
    /// First unit of the character that stands in the cell; the text's length behind its end.
    [[nodiscard]] int unitAt(int cell) const;
    /// First unit of the character after the one at `unit`.
    [[nodiscard]] int next(int unit) const;

    /// 0, 1 or 2 cells.
    [[nodiscard]] static int cellsOf(char32_t character);
    /// It changes its form beside others (Arabic, the scripts of India), so that it cannot be drawn alone.
    [[nodiscard]] static bool isShaped(char32_t character);

private:
    void measure();

    QString m_text;
    std::vector<int> m_cells; ///< Cell of each unit and of the end; empty when they are the same.
};

} // namespace portlight
