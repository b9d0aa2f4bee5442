// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleLineCache.h"
#include "serial/ConsoleSelection.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace portlight {

/// The columns of the log: number, time, icon, text. Logical pixels.
struct ConsoleMetrics
{
    QFont font;
    qreal rowHeight = 18;
    qreal barWidth = 3;
    qreal numberRight = 0;
    qreal timeLeft = 0;
    qreal iconLeft = 0;
    qreal iconSize = 12;
    qreal textLeft = 0;

    /// For a log of so many lines, drawn for a user whose text has the font `base`.
    [[nodiscard]] static ConsoleMetrics of(const QFont &base, qint64 lineCount);
};

/// Paints one line of the log.
class ConsolePainter
{
public:
    struct State
    {
        qint64 currentLine = -1;
        QString searchText;
        const ConsoleSelection *selection = nullptr;
        qreal scrolled = 0; ///< Pixels the text is moved to the left.
        qreal width = 0;
    };

    ConsolePainter(QPainter &painter, const ConsoleMetrics &metrics, const ConsoleColors &colors, State state);

    void paint(const ConsoleLine &line, qreal top);

private:
    void paintGround(const ConsoleLine &line, const QRectF &area);
    void paintText(const ConsoleLine &line, const QRectF &area);
    void paintGutter(const ConsoleLine &line, const QRectF &area);
    void paintIcon(const ConsoleLine &line, const QRectF &area);
    void addMatches(const ConsoleLine &line, QList<QTextLayout::FormatRange> &ranges) const;
    void addSelection(const ConsoleLine &line, QList<QTextLayout::FormatRange> &ranges) const;

    QPainter &m_painter;
    const ConsoleMetrics &m_metrics;
    const ConsoleColors &m_colors;
    const State m_state;
};

} // namespace portlight
