// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace portlight {

/// A set of line numbers of a log: one bit per line, and counts beside them so that the n-th member of a log of many
/// millions of lines is found at once. What a filtered view shows. Lines are added in any order; not thread-safe.
class LineSet
{
public:
    /// Adds a line; numbers count from 0.
    void add(qint64 line);
    /// Adds the lines [first, last).
    void addRange(qint64 first, qint64 last);
    /// Forgets the lines from `first` on.
    void removeFrom(qint64 first);
    void clear();

    [[nodiscard]] bool contains(qint64 line) const;
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    /// How many members are smaller than `line`: the row at which `line` stands, or would stand.
    [[nodiscard]] qint64 rowOf(qint64 line) const;
    /// The member that has `row` smaller ones; -1 when there are not so many.
    [[nodiscard]] qint64 lineAt(qint64 row) const;
    /// The nearest member from `line` on (itself included) in steps of +1 or -1; -1 for none.
    [[nodiscard]] qint64 next(qint64 line, int direction) const;

private:
    static constexpr qint64 BlockLines = 4096;
    void count() const;

    std::vector<quint64> m_bits;
    mutable std::vector<qint64> m_before; ///< Members before each block; worked out up to m_counted blocks.
    mutable size_t m_counted = 0;
    qint64 m_size = 0;
};

} // namespace portlight
