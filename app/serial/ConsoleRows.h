// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineSet.h"
#include "serial/LineStore.h"

#include <memory>

namespace portlight {

/// The rows of a view of a log: all lines, or only those of a set. Row 0 is the first line shown. GUI thread.
class ConsoleRows
{
public:
    void setStore(std::shared_ptr<const LineStore> store);
    /// Null: every line. The set is not kept; it must outlive its use here.
    void setLines(const LineSet *lines);
    [[nodiscard]] const LineSet *lines() const { return m_lines; }
    /// Looks anew how many there are. Until then nothing changes, so that one frame is of one piece.
    void refresh();

    /// Lines of the log, shown or not.
    [[nodiscard]] qint64 lineCount() const { return m_lineCount; }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool contains(qint64 line) const;
    /// The line shown in a row; -1 where there is none.
    [[nodiscard]] qint64 lineAt(qint64 row) const;
    /// The row of a line, or of the one nearest to it that is shown; -1 when none is.
    [[nodiscard]] qint64 rowOf(qint64 line) const;
    /// How many of the lines shown are smaller than `line`.
    [[nodiscard]] qint64 rowsBefore(qint64 line) const;
    /// The shown line at or behind `line` in steps of +1 or -1; -1 for none.
    [[nodiscard]] qint64 next(qint64 line, int direction) const;
    /// The nearest line from `line` on that is shown and is a failure, or is in `lines`; -1 for none.
    [[nodiscard]] qint64 nextFailure(qint64 line, int direction) const;
    [[nodiscard]] qint64 nextOf(const LineSet &lines, qint64 line, int direction) const;

private:
    std::shared_ptr<const LineStore> m_store;
    const LineSet *m_lines = nullptr;
    qint64 m_lineCount = 0;
    qint64 m_count = 0;
};

} // namespace portlight
