// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/StyledText.h"

#include <QString>

#include <vector>

namespace portlight {

/// Characters of one style beside each other. A run of more than one character is plain ASCII, one cell each;
/// everything else is a run of its own, so that it stands in its column whatever the font makes of it.
struct TerminalRun
{
    int column = 0;
    int columns = 0; ///< Cells; 2 for a wide character.
    QString text;
    TextStyle style;

    friend bool operator==(const TerminalRun &, const TerminalRun &) = default;
};

/// A row of a terminal, without the blanks at its end. Runs are in order and do not overlap.
struct TerminalLine
{
    std::vector<TerminalRun> runs;
    bool full = false; ///< Written up to the last column: the next row may go on with it.

    /// The characters of the cells [from, to), blanks between runs included.
    [[nodiscard]] QString text(int from = 0, int to = 1'000'000) const;
    /// Cells up to the last that is not blank.
    [[nodiscard]] int length() const { return runs.empty() ? 0 : runs.back().column + runs.back().columns; }
    /// Memory, roughly.
    [[nodiscard]] qsizetype bytes() const;

    friend bool operator==(const TerminalLine &, const TerminalLine &) = default;
};

} // namespace portlight
