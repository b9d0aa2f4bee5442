// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleLine.h"
#include "serial/ConsoleRows.h"
#include "serial/ConsoleTime.h"

#include <QCache>

#include <functional>
#include <memory>

namespace portlight {

/// Fetches the lines that are on screen, many at once, and keeps them ready for painting. GUI thread.
class ConsoleLineCache
{
public:
    struct Look
    {
        int columns = 0; ///< Cells in a row of a wrapped line; 0: not wrapped.
        ConsoleTime time = ConsoleTime::SinceBoot;
        bool notices = true;
        qint64 silence = 5000; ///< Milliseconds from which a silence is told; 0: never.

        friend bool operator==(const Look &, const Look &) = default;
    };
    /// Where the matches in a text are.
    using Matcher = std::function<QList<LogQuery::Match>(const QString &text)>;

    /// `rows` must outlive the cache.
    ConsoleLineCache(const ThemeColors &theme, const ConsoleRows &rows);

    void setStore(std::shared_ptr<const LineStore> store);
    void setTheme(const ThemeColors &theme);
    void setLook(const Look &look);
    [[nodiscard]] const Look &look() const { return m_look; }
    /// An empty one matches nothing.
    void setMatcher(Matcher matcher);
    /// Lines from `first` on may have changed.
    void forgetFrom(qint64 first);
    void forgetAll() { m_lines.clear(); }

    /// The line in a row; an empty one where there is none.
    [[nodiscard]] std::shared_ptr<const ConsoleLine> lineIn(qint64 row);
    [[nodiscard]] const ConsoleColors &colors() const { return m_colors; }

private:
    using Pointer = std::shared_ptr<const ConsoleLine>;
    void load(qint64 firstRow, qint64 lastRow);
    [[nodiscard]] QList<SerialLine> fetch(qint64 firstRow, qint64 lastRow) const;
    [[nodiscard]] bool isLoaded(qint64 row) const;
    [[nodiscard]] Pointer made(const SerialLine &line, const SerialLine *before) const;
    void addPieces(ConsoleLine &line) const;
    void addNotices(ConsoleLine &line, const SerialLine *before) const;
    [[nodiscard]] QString textOf(const SerialLine &line) const;
    [[nodiscard]] QColor groundOf(const SerialLine &line) const;
    [[nodiscard]] qsizetype bootOf(qint64 line) const;

    std::shared_ptr<const LineStore> m_store;
    const ConsoleRows &m_rows;
    ConsoleColors m_colors;
    Look m_look;
    Matcher m_matcher;
    QList<SerialBoot> m_boots;
    QCache<qint64, Pointer> m_lines;
};

} // namespace portlight
