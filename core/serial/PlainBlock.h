// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace portlight {

/// The plain text (no control sequences, guest lines stitched together) of some lines that follow one another, for
/// programs that look at many lines at once. Line `first + i` is text[ends[i - 1] + 1, ends[i]), with 0 for the first;
/// at each `ends[i]` stands a line feed, also behind the last. A mark is an empty line.
struct PlainBlock
{
    qint64 first = 0; ///< Number of the first line in its store.
    QByteArray text;
    std::vector<quint32> ends;

    [[nodiscard]] qint64 count() const { return qint64(ends.size()); }
    void clear()
    {
        text.resize(0); // Keeps the memory for the next block.
        ends.clear();
    }
};

} // namespace portlight
