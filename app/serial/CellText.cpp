// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/CellText.h"

#include <algorithm>
#include <array>

namespace portlight {

namespace {

struct CharacterRange
{
    char32_t first;
    char32_t last;
};

/// Unicode's East Asian Width W and F (UAX #11), in broad strokes.
constexpr std::array<CharacterRange, 24> WideRanges{{
    {0x1100, 0x115f}, {0x231a, 0x231b}, {0x23e9, 0x23ec},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},
    {0x26aa, 0x26ab}, {0x26bd, 0x26be}, {0x2705, 0x2705},   {0x274c, 0x274c},   {0x2753, 0x2757},   {0x2b50, 0x2b50},
    {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xa960, 0xa97f},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
    {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd},
}};

/// Below this every printable character takes one cell and has no marks.
constexpr char16_t FirstDifficult = 0x300;
constexpr char16_t SoftHyphen = 0xad;
constexpr char32_t Joiner = 0x200d;

} // namespace

CellText::CellText(QString text)
    : m_text(std::move(text))
{
    const bool simple = std::all_of(m_text.cbegin(), m_text.cend(),
                                    [](QChar c) { return c.unicode() < FirstDifficult && c.unicode() != SoftHyphen; });
    if (!simple)
        measure();
}

int CellText::cellsOf(char32_t character)
{
    if (character < FirstDifficult)
        return character == SoftHyphen ? 0 : 1;
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const auto *range = std::lower_bound(WideRanges.begin(), WideRanges.end(), character,
                                         [](const CharacterRange &r, char32_t c) { return r.last < c; });
    return range != WideRanges.end() && character >= range->first ? 2 : 1;
}

bool CellText::isShaped(char32_t character)
{
    return (character >= 0x590 && character < 0x10a0) || (character >= 0x1780 && character < 0x18b0) ||
           (character >= 0xfb1d && character < 0xfe00) || (character >= 0xfe70 && character < 0xff00) ||
           (character >= 0x10800 && character < 0x12000);
}

void CellText::measure()
{
    m_cells.reserve(size_t(m_text.size()) + 1);
    int cell = 0;
    int start = 0; // Of the character that marks belong to.
    bool joined = false;
    bool simple = true;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        char32_t character = m_text[i].unicode();
        const bool pair = m_text[i].isHighSurrogate() && i + 1 < m_text.size() && m_text[i + 1].isLowSurrogate();
        if (pair)
            character = QChar::surrogateToUcs4(m_text[i], m_text[i + 1]);
        const int width = joined && i > 0 ? 0 : cellsOf(character);
        if (width > 0 || i == 0)
            start = cell;
        simple = simple && width == 1 && !pair;
        m_cells.push_back(start);
        if (pair) {
            m_cells.push_back(start);
            ++i;
        }
        cell += i == 0 ? std::max(1, width) : width;
        joined = character == Joiner;
    }
    m_cells.push_back(cell);
    if (simple)
        m_cells.clear();
}

int CellText::cellOf(int unit) const
{
    const int inside = std::clamp(unit, 0, int(m_text.size()));
    return isSimple() ? inside : m_cells[size_t(inside)];
}

int CellText::unitAt(int cell) const
{
    if (isSimple() || cell >= cells())
        return std::clamp(cell, 0, int(m_text.size()));
    // The last character that begins at or before the cell, and its first unit.
    const auto behind = std::upper_bound(m_cells.begin(), m_cells.end() - 1, std::max(0, cell));
    const auto first = std::lower_bound(m_cells.begin(), behind, *(behind - 1));
    return int(first - m_cells.begin());
}

int CellText::next(int unit) const
{
    const int size = int(m_text.size());
    if (unit >= size)
        return size;
    if (isSimple())
        return unit + 1;
    const int cell = m_cells[size_t(unit)];
    int behind = unit + 1;
    while (behind < size && m_cells[size_t(behind)] == cell)
        ++behind;
    return behind;
}

} // namespace portlight
