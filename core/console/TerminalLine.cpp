// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalLine.h"

#include <algorithm>

namespace portlight {

QString TerminalLine::text(int from, int to) const
{
    QString text;
    int column = from;
    for (const TerminalRun &run : runs) {
        const int end = run.column + run.columns;
        if (end <= from || run.column >= to)
            continue;
        if (run.column > column)
            text += QString(run.column - column, u' ');
        const bool isCells = run.text.size() == run.columns;
        const int first = std::max(0, from - run.column);
        text += isCells ? run.text.mid(first, std::min(end, to) - run.column - first) : run.text;
        column = end;
    }
    return text;
}

qsizetype TerminalLine::bytes() const
{
    constexpr qsizetype allocation = 32;
    qsizetype bytes = qsizetype(sizeof(TerminalLine)) + allocation;
    for (const TerminalRun &run : runs)
        bytes += qsizetype(sizeof(TerminalRun)) + allocation + 2 * run.text.size();
    return bytes;
}

} // namespace portlight
