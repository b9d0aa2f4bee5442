// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsolePainter.h"

#include "serial/ConsoleTexts.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace portlight {

ConsoleMetrics ConsoleMetrics::of(const QFont &base, qint64 lineCount)
{
    constexpr int TimeCharacters = 8;
    ConsoleMetrics metrics;
    metrics.font = ThemeMetrics::monospace(base, 12);
    const QFontMetricsF figures(metrics.font);
    const qreal character = figures.horizontalAdvance(u'0');
    const qreal gap = ThemeMetrics::length(10, base);
    const auto digits = qsizetype(QString::number(std::max<qint64>(lineCount, 1)).size());
    metrics.rowHeight = std::max<qreal>(std::ceil(figures.height()) + 2, ThemeMetrics::length(18, base));
    metrics.iconSize = ThemeMetrics::length(12, base);
    metrics.numberRight = gap + character * qreal(std::max<qsizetype>(4, digits));
    metrics.timeLeft = metrics.numberRight + gap;
    metrics.iconLeft = metrics.timeLeft + TimeCharacters * character + gap;
    metrics.textLeft = metrics.iconLeft + metrics.iconSize + gap;
    return metrics;
}

ConsolePainter::ConsolePainter(QPainter &painter, const ConsoleMetrics &metrics, const ConsoleColors &colors,
                               State state)
    : m_painter(painter)
    , m_metrics(metrics)
    , m_colors(colors)
    , m_state(std::move(state))
{
    m_painter.setFont(metrics.font);
}

void ConsolePainter::paint(const ConsoleLine &line, qreal top)
{
    const QRectF area(0, top, m_state.width, line.rows * m_metrics.rowHeight);
    paintGround(line, area);
    paintText(line, area);
    paintGutter(line, area);
}

void ConsolePainter::paintGround(const ConsoleLine &line, const QRectF &area)
{
    if (line.ground != m_colors.ground())
        m_painter.fillRect(area, line.ground);
    if (line.data.number != m_state.currentLine)
        return;
    const ThemeColors &theme = m_colors.theme();
    const QColor bar = line.data.lineClass == LineClass::Failure   ? theme.failing
                       : line.data.lineClass == LineClass::Warning ? theme.warning
                                                                   : theme.accent;
    m_painter.fillRect(QRectF(0, area.top(), m_metrics.barWidth, area.height()), bar);
}

void ConsolePainter::paintText(const ConsoleLine &line, const QRectF &area)
{
    QList<QTextLayout::FormatRange> ranges;
    addMatches(line, ranges);
    addSelection(line, ranges);
    m_painter.save();
    m_painter.setClipRect(QRectF(m_metrics.textLeft, area.top(), area.width() - m_metrics.textLeft, area.height()));
    m_painter.setPen(m_colors.theme().text);
    line.layout.draw(&m_painter, {m_metrics.textLeft - m_state.scrolled, area.top()}, ranges);
    m_painter.restore();
}

void ConsolePainter::paintGutter(const ConsoleLine &line, const QRectF &area)
{
    const qreal height = m_metrics.rowHeight;
    m_painter.setPen(ConsoleColors::readable(m_colors.theme().dim, line.ground));
    m_painter.drawText(QRectF(0, area.top(), m_metrics.numberRight, height), Qt::AlignRight | Qt::AlignVCenter,
                       QString::number(line.data.number + 1));
    m_painter.drawText(QRectF(m_metrics.timeLeft, area.top(), m_metrics.iconLeft - m_metrics.timeLeft, height),
                       Qt::AlignLeft | Qt::AlignVCenter, ConsoleTexts::sinceBoot(line.data));
    paintIcon(line, area);
}

void ConsolePainter::paintIcon(const ConsoleLine &line, const QRectF &area)
{
    const ThemeColors &theme = m_colors.theme();
    const QRectF place(m_metrics.iconLeft, area.top() + (m_metrics.rowHeight - m_metrics.iconSize) / 2,
                       m_metrics.iconSize, m_metrics.iconSize);
    if (line.data.mark.kind != LineMark::Kind::None || line.data.rewritten)
        Icons::paint(m_painter, place, Icon::Restart, theme.dim);
    if (line.data.lineClass == LineClass::Failure)
        Icons::paint(m_painter, place, Icon::Cross, theme.failing);
    else if (line.data.lineClass == LineClass::Warning)
        Icons::paint(m_painter, place, Icon::Triangle, theme.warning);
    else if (line.data.lineClass == LineClass::Good && line.data.severity > Severity::None)
        Icons::paint(m_painter, place, Icon::Check, theme.verified);
    else if (line.data.lineClass == LineClass::Vmm)
        Icons::paint(m_painter, place, Icon::Server, theme.dim);
}

void ConsolePainter::addMatches(const ConsoleLine &line, QList<QTextLayout::FormatRange> &ranges) const
{
    if (m_state.searchText.isEmpty())
        return;
    constexpr int MostMatches = 500;
    const ThemeColors &theme = m_colors.theme();
    const bool current = line.data.number == m_state.currentLine;
    QTextCharFormat format;
    format.setBackground(current ? theme.accent : theme.selection);
    format.setForeground(current ? theme.onAccent : theme.text);
    const QString text = line.layout.text();
    qsizetype at = text.indexOf(m_state.searchText, 0, Qt::CaseInsensitive);
    for (int count = 0; at >= 0 && count < MostMatches; ++count) {
        ranges.append({int(at), int(m_state.searchText.size()), format});
        at = text.indexOf(m_state.searchText, at + m_state.searchText.size(), Qt::CaseInsensitive);
    }
}

void ConsolePainter::addSelection(const ConsoleLine &line, QList<QTextLayout::FormatRange> &ranges) const
{
    if (!m_state.selection)
        return;
    const auto range = m_state.selection->rangeIn(line.data.number, int(line.layout.text().size()));
    if (range.length == 0)
        return;
    QTextCharFormat format;
    format.setBackground(m_colors.theme().accent);
    format.setForeground(m_colors.theme().onAccent);
    ranges.append({range.start, range.length, format});
}

} // namespace portlight
