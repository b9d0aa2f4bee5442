// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/FileLineNumbers.h"

#include <algorithm>

namespace portlight {

void FileLineNumbers::begin(qint64 first, qint64 offset)
{
    if (!m_stretches.empty() && m_stretches.back().first == first)
        m_stretches.back().offset = offset;
    else
        m_stretches.push_back({first, offset});
}

void FileLineNumbers::joinToPrevious(qint64 line)
{
    begin(line, of(line) - line - 1);
}

void FileLineNumbers::mark(qint64 line, bool isAnew, bool cutsLine)
{
    if (isAnew)
        begin(line + 1, -line);
    else
        begin(line + 1, of(line) - (line + 1) - (cutsLine ? 1 : 0));
}

void FileLineNumbers::insertMark(qint64 line)
{
    const qint64 number = of(line);
    auto next = std::lower_bound(m_stretches.begin(), m_stretches.end(), line,
                                 [](const Stretch &stretch, qint64 at) { return stretch.first < at; });
    for (auto stretch = next; stretch != m_stretches.end(); ++stretch) {
        ++stretch->first;
        --stretch->offset;
    }
    if (next == m_stretches.end() || next->first != line + 1)
        m_stretches.insert(next, {line + 1, number - (line + 1)});
}

qint64 FileLineNumbers::of(qint64 line) const
{
    const auto next = std::upper_bound(m_stretches.begin(), m_stretches.end(), line,
                                       [](qint64 at, const Stretch &stretch) { return at < stretch.first; });
    return line + (next == m_stretches.begin() ? 1 : std::prev(next)->offset);
}

} // namespace portlight
