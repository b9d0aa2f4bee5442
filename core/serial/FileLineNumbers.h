// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace portlight {

/// Which line of its file a line of the store is, counted from 1 as grep and editors do: marks are no lines, the pieces
/// of a long line are one, and another file begins anew. Not thread-safe.
class FileLineNumbers
{
public:
    /// Line `line` of the store goes on with the line before it.
    void joinToPrevious(qint64 line);
    /// Line `line` is a mark. `isAnew`: what follows is the beginning of a file. `cutsLine`: it stands within a line.
    void mark(qint64 line, bool isAnew, bool cutsLine);

    /// A mark is inserted before `line`, where a line begins.
    void insertMark(qint64 line);

    /// The number of a line that is no mark.
    [[nodiscard]] qint64 of(qint64 line) const;

private:
    /// From line `first` on, the number in the file is the one in the store plus `offset`.
    struct Stretch
    {
        qint64 first = 0;
        qint64 offset = 1;
    };
    void begin(qint64 first, qint64 offset);

    std::vector<Stretch> m_stretches;
};

} // namespace portlight
