// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsolePainter.h"

#include "serial/Bookmarks.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

Icon iconOf(LineMark::Kind kind)
{
    switch (kind) {
    case LineMark::Kind::Gap:
        return Icon::Link;
    case LineMark::Kind::Lost:
    case LineMark::Kind::Cut:
        return Icon::Trash;
    case LineMark::Kind::Overwritten:
        return Icon::Clock;
    default:
        return Icon::Restart;
    }
}

} // namespace

ConsoleMetrics ConsoleMetrics::of(ConsoleGlyphs &glyphs, const QFont &base, qreal ratio, qint64 most, ConsoleTime time)
{
    const int timeCells = time == ConsoleTime::Arrival ? 10 : 8;
    ConsoleMetrics metrics;
    glyphs.setFont(ThemeMetrics::monospace(base, 12), ratio);
    const qreal gap = ThemeMetrics::length(10, base);
    const qsizetype digits = most > 0 ? std::max<qsizetype>(4, QString::number(most).size()) : 0;
    metrics.cell = glyphs.cellWidth();
    metrics.rowHeight = std::max<qreal>(std::ceil(glyphs.height()) + 2, ThemeMetrics::length(18, base));
    metrics.baseLine = std::round((metrics.rowHeight - glyphs.height()) / 2 + glyphs.ascent());
    metrics.iconSize = ThemeMetrics::length(12, base);
    metrics.markRight = metrics.iconSize + ThemeMetrics::length(4, base);
    metrics.numberRight = metrics.markRight + metrics.cell * qreal(digits);
    metrics.timeLeft = metrics.numberRight + (digits > 0 ? gap : 0);
    metrics.iconLeft = metrics.timeLeft + timeCells * metrics.cell + gap;
    metrics.textLeft = metrics.iconLeft + metrics.iconSize + gap;
    return metrics;
}

int ConsoleMetrics::columns(qreal width) const
{
    constexpr int Fewest = 8;
    return std::max(Fewest, int((width - textLeft - 4) / cell) - 1);
}

ConsolePainter::ConsolePainter(QPainter &painter, ConsoleGlyphs &glyphs, const ConsoleMetrics &metrics,
                               const ConsoleColors &colors, State state)
    : m_painter(painter)
    , m_glyphs(glyphs)
    , m_metrics(metrics)
    , m_colors(colors)
    , m_state(std::move(state))
{
}

void ConsolePainter::paint(const ConsoleLine &line, qreal top)
{
    for (const ConsoleNotice &notice : line.notices) {
        paintNotice(notice, top);
        top += m_metrics.rowHeight;
    }
    const QRectF area(0, top, m_state.area.width(), line.textRows * m_metrics.rowHeight);
    paintGround(line, area);
    paintText(line, area);
    paintGutter(line, area);
}

void ConsolePainter::paintNotice(const ConsoleNotice &notice, qreal top)
{
    const ThemeColors &theme = m_colors.theme();
    const bool boot = notice.kind == ConsoleNotice::Kind::Boot;
    const qreal middle = std::floor(top + m_metrics.rowHeight / 2);
    const qreal textEnd = m_metrics.textLeft + qreal(notice.text.size()) * m_metrics.cell;
    const qreal gap = m_metrics.iconSize / 2;
    QPen pen(boot ? theme.dim : theme.border, 1, boot ? Qt::SolidLine : Qt::DashLine);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(0, middle + 0.5), QPointF(m_metrics.iconLeft - gap, middle + 0.5));
    m_painter.drawLine(QPointF(textEnd + gap, middle + 0.5), QPointF(m_state.area.right(), middle + 0.5));
    const QColor color = ConsoleColors::readable(boot ? theme.text : theme.dim, m_colors.ground());
    Icons::paint(m_painter,
                 QRectF(m_metrics.iconLeft, top + (m_metrics.rowHeight - m_metrics.iconSize) / 2, m_metrics.iconSize,
                        m_metrics.iconSize),
                 boot ? Icon::Restart : Icon::Clock, color);
    m_painter.setPen(color);
    m_glyphs.draw(m_painter, {m_metrics.textLeft, top + m_metrics.baseLine}, notice.text, boot);
}

QColor ConsolePainter::groundOf(const ConsoleLine &line) const
{
    const bool plain = line.ground == m_colors.ground();
    return plain && line.data.number == m_state.currentLine
               ? ConsoleColors::mixed(line.ground, m_colors.theme().selection, 0.45)
               : line.ground;
}

void ConsolePainter::paintGround(const ConsoleLine &line, const QRectF &area)
{
    if (const QColor ground = groundOf(line); ground != m_colors.ground())
        m_painter.fillRect(area, ground);
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
    const bool clipped = m_state.scrolled > 0;
    if (clipped) {
        m_painter.save();
        m_painter.setClipRect(area.adjusted(m_metrics.textLeft, 0, 0, 0));
    }
    if (m_state.columns == 0) {
        const int first = int(m_state.scrolled / m_metrics.cell);
        const int last = first + int((area.width() - m_metrics.textLeft) / m_metrics.cell) + 2;
        paintRow(line, first, last, area.top());
    } else {
        // Of a line longer than the screen only the rows on it.
        const int firstRow = std::max(0, int((m_state.area.top() - area.top()) / m_metrics.rowHeight));
        const int lastRow =
            std::min(line.textRows, int((m_state.area.bottom() - area.top()) / m_metrics.rowHeight) + 1);
        for (int row = firstRow; row < lastRow; ++row)
            paintRow(line, row * m_state.columns, (row + 1) * m_state.columns, area.top() + row * m_metrics.rowHeight);
    }
    if (clipped)
        m_painter.restore();
}

void ConsolePainter::overlay(int start, int end, const QColor &front, const QColor &back)
{
    m_split.clear();
    for (const Run &run : m_runs) {
        const int from = std::max(run.start, start);
        const int to = std::min(run.end, end);
        if (from >= to) {
            m_split.push_back(run);
            continue;
        }
        if (run.start < from)
            m_split.push_back({run.start, from, run.style});
        m_split.push_back({from, to, run.style});
        m_split.back().style.front = front;
        m_split.back().style.back = back;
        if (to < run.end)
            m_split.push_back({to, run.end, run.style});
    }
    m_runs.swap(m_split);
}

void ConsolePainter::collectRuns(const ConsoleLine &line, int first, int last)
{
    m_runs.clear();
    int at = first;
    auto piece = std::partition_point(line.pieces.begin(), line.pieces.end(),
                                      [first](const auto &p) { return p.start + p.length <= first; });
    for (; piece != line.pieces.end() && piece->start < last; ++piece) {
        const int start = std::max(at, piece->start);
        const int end = std::min(last, piece->start + piece->length);
        if (start > at)
            m_runs.push_back({at, start, line.standard});
        if (end > start)
            m_runs.push_back({start, end, piece->style});
        at = std::max(at, end);
    }
    if (at < last)
        m_runs.push_back({at, last, line.standard});
    const ThemeColors &theme = m_colors.theme();
    const bool current = line.data.number == m_state.currentLine;
    auto match = std::partition_point(line.matches.begin(), line.matches.end(),
                                      [first](const auto &m) { return m.start + m.length <= first; });
    for (; match != line.matches.end() && match->start < last; ++match)
        overlay(match->start, match->start + match->length, current ? theme.onAccent : theme.text,
                current ? theme.accent : theme.selection);
    if (!m_state.selection)
        return;
    const auto marked = m_state.selection->rangeIn(line.data.number, int(line.text.text().size()));
    if (marked.length > 0)
        overlay(marked.start, marked.start + marked.length, theme.onAccent, theme.accent);
}

void ConsolePainter::paintRow(const ConsoleLine &line, int firstCell, int lastCell, qreal top)
{
    const CellText &text = line.text;
    // A character that begins in the row before has been painted there.
    int first = text.unitAt(firstCell);
    if (m_state.columns > 0 && text.cellOf(first) < firstCell)
        first = text.next(first);
    const int last = lastCell >= text.cells() ? int(text.text().size()) : text.unitAt(lastCell - 1);
    const int end = lastCell >= text.cells() ? last : text.next(last);
    if (first >= end)
        return;
    collectRuns(line, first, end);
    const int origin = m_state.columns > 0 ? firstCell : 0;
    for (const Run &run : m_runs)
        paintRun(line, run, origin, top);
}

void ConsolePainter::paintRun(const ConsoleLine &line, const Run &run, int firstCell, qreal top)
{
    const int begin = line.text.cellOf(run.start) - firstCell;
    const int end = line.text.cellOf(run.end) - firstCell;
    const QRectF area(xOf(begin), top, (end - begin) * m_metrics.cell, m_metrics.rowHeight);
    if (run.style.back.isValid())
        m_painter.fillRect(area, run.style.back);
    m_painter.setPen(run.style.front);
    const qreal baseLine = top + m_metrics.baseLine;
    if (line.text.isSimple())
        m_glyphs.draw(m_painter, {area.left(), baseLine},
                      QStringView(line.text.text()).mid(run.start, run.end - run.start), run.style.bold,
                      run.style.italic);
    else
        paintDifficult(line.text, run, firstCell, baseLine);
    if (run.style.underline)
        m_painter.fillRect(QRectF(area.left(), baseLine + 2, area.width(), 1), run.style.front);
    if (run.style.strikeOut)
        m_painter.fillRect(QRectF(area.left(), baseLine - m_glyphs.ascent() / 3, area.width(), 1), run.style.front);
}

void ConsolePainter::paintDifficult(const CellText &text, const Run &run, int firstCell, qreal baseLine)
{
    const QStringView all(text.text());
    const auto isEasy = [&](int unit) {
        return text.next(unit) == unit + 1 && text.cellOf(unit + 1) == text.cellOf(unit) + 1 &&
               !CellText::isShaped(all[unit].unicode());
    };
    for (int unit = run.start; unit < run.end;) {
        const QPointF place(xOf(text.cellOf(unit) - firstCell), baseLine);
        int end = unit;
        if (isEasy(unit)) {
            while (end < run.end && isEasy(end))
                ++end;
            m_glyphs.draw(m_painter, place, all.mid(unit, end - unit), run.style.bold, run.style.italic);
        } else {
            // What changes its form beside others is drawn together, everything else in its own cells.
            const bool shaped = CellText::isShaped(all[unit].unicode());
            do {
                end = std::min(text.next(end), run.end);
            } while (shaped && end < run.end && CellText::isShaped(all[end].unicode()));
            QFont font = m_glyphs.font();
            font.setBold(run.style.bold);
            font.setItalic(run.style.italic);
            m_painter.setFont(font);
            m_painter.drawText(place, all.mid(unit, end - unit).toString());
        }
        unit = end;
    }
}

void ConsolePainter::paintGutter(const ConsoleLine &line, const QRectF &area)
{
    m_painter.setPen(ConsoleColors::readable(m_colors.theme().dim, groundOf(line)));
    const qreal baseLine = area.top() + m_metrics.baseLine;
    if (line.data.fileLine > 0 && m_metrics.numberRight > m_metrics.markRight) {
        const QString number = QString::number(line.data.fileLine);
        m_glyphs.draw(m_painter, {m_metrics.numberRight - qreal(number.size()) * m_metrics.cell, baseLine}, number);
    }
    m_glyphs.draw(m_painter, {m_metrics.timeLeft, baseLine}, line.time);
    paintIcon(line, area);
}

void ConsolePainter::paintIcon(const ConsoleLine &line, const QRectF &area)
{
    const ThemeColors &theme = m_colors.theme();
    const qreal top = area.top() + (m_metrics.rowHeight - m_metrics.iconSize) / 2;
    const QRectF place(m_metrics.iconLeft, top, m_metrics.iconSize, m_metrics.iconSize);
    const QRectF mark(m_metrics.barWidth + 1, top, m_metrics.iconSize, m_metrics.iconSize);
    if (m_state.bookmarks && m_state.bookmarks->contains(line.data.number))
        Icons::paint(m_painter, mark, Icon::Bookmark, theme.accent);
    else if (m_state.bookmarks && m_state.hoveredMark == line.data.number)
        Icons::paint(m_painter, mark, Icon::Bookmark, theme.border);
    if (line.isMark())
        Icons::paint(m_painter, place, iconOf(line.data.mark.kind), theme.starting);
    else if (line.data.lineClass == LineClass::Failure)
        Icons::paint(m_painter, place, Icon::Cross, theme.failing);
    else if (line.data.lineClass == LineClass::Warning)
        Icons::paint(m_painter, place, Icon::Triangle, theme.warning);
    else if (line.data.lineClass == LineClass::Good && line.data.severity > Severity::None)
        Icons::paint(m_painter, place, Icon::Check, theme.verified);
    else if (line.data.lineClass == LineClass::Vmm)
        Icons::paint(m_painter, place, Icon::Server, theme.dim);
    else if (line.data.rewritten)
        Icons::paint(m_painter, place, Icon::Restart, theme.dim);
}

} // namespace portlight
