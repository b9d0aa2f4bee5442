// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleGlyphs.h"
#include "serial/ConsoleLine.h"
#include "serial/ConsoleSelection.h"
#include "serial/ConsoleTime.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;

namespace portlight {

class Bookmarks;

/// The columns of the log: bookmark, number, time, icon, text. Logical pixels.
struct ConsoleMetrics
{
    qreal rowHeight = 18;
    qreal baseLine = 13; ///< From the top of a row.
    qreal cell = 7;
    qreal barWidth = 3;
    qreal markRight = 0;   ///< Of the bookmark's column.
    qreal numberRight = 0; ///< markRight where there are no numbers.
    qreal timeLeft = 0;
    qreal iconLeft = 0;
    qreal iconSize = 12;
    qreal textLeft = 0;

    /// For numbers up to `most` (0: no numbers), drawn for a user whose text has the font `base`. Gives `glyphs` the
    /// font.
    [[nodiscard]] static ConsoleMetrics of(ConsoleGlyphs &glyphs, const QFont &base, qreal ratio, qint64 most,
                                           ConsoleTime time);
    /// Cells of a wrapped row in a view so many pixels wide; a wide character may reach one further.
    [[nodiscard]] int columns(qreal width) const;
};

/// Paints lines of the log, each from its parts: ground, text, and what stands beside it.
class ConsolePainter
{
public:
    struct State
    {
        qint64 currentLine = -1;
        const ConsoleSelection *selection = nullptr;
        const Bookmarks *bookmarks = nullptr;
        qint64 hoveredMark = -1; ///< The line beside which a bookmark is offered.
        qreal scrolled = 0;      ///< Pixels the text is moved to the left.
        int columns = 0;         ///< Cells in a wrapped row; 0: not wrapped.
        QRectF area;             ///< The viewport.
    };

    ConsolePainter(QPainter &painter, ConsoleGlyphs &glyphs, const ConsoleMetrics &metrics, const ConsoleColors &colors,
                   State state);

    /// `top` is where its first notice, or else its text, begins.
    void paint(const ConsoleLine &line, qreal top);

private:
    struct Run
    {
        int start = 0;
        int end = 0;
        CellStyle style;
    };
    void paintNotice(const ConsoleNotice &notice, qreal top);
    void paintGround(const ConsoleLine &line, const QRectF &area);
    void paintText(const ConsoleLine &line, const QRectF &area);
    void paintRow(const ConsoleLine &line, int firstCell, int lastCell, qreal top);
    void paintRun(const ConsoleLine &line, const Run &run, int firstCell, qreal top);
    void paintDifficult(const CellText &text, const Run &run, int firstCell, qreal baseLine);
    void paintGutter(const ConsoleLine &line, const QRectF &area);
    void paintIcon(const ConsoleLine &line, const QRectF &area);
    void collectRuns(const ConsoleLine &line, int first, int last);
    void overlay(int start, int end, const QColor &front, const QColor &back);
    [[nodiscard]] qreal xOf(int cell) const { return m_metrics.textLeft - m_state.scrolled + cell * m_metrics.cell; }
    [[nodiscard]] QColor groundOf(const ConsoleLine &line) const;

    QPainter &m_painter;
    ConsoleGlyphs &m_glyphs;
    const ConsoleMetrics &m_metrics;
    const ConsoleColors &m_colors;
    const State m_state;
    std::vector<Run> m_runs;
    std::vector<Run> m_split;
};

} // namespace portlight
