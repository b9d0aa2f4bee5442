// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/TerminalView.h"

#include "serial/ConsoleColors.h"
#include "settings/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QtMath>

namespace portlight {

namespace {

constexpr int Margin = 8;
/// This many rows before the beginning of the history more of it is asked for.
constexpr int NearBeginning = 20;

} // namespace

TerminalView::TerminalView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAccessibleName(tr("Terminal"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    updateMetrics();
}

void TerminalView::setScreen(TerminalScreen *screen)
{
    m_screen = screen;
    m_selection = {};
    m_selecting = false;
    m_following = true;
    screenChanged();
}

void TerminalView::screenChanged()
{
    updateScrollBar();
    viewport()->update();
    if (m_keyboard)
        updateMicroFocus();
}

void TerminalView::setKeyboard(bool taken)
{
    if (taken == m_keyboard)
        return;
    m_keyboard = taken;
    m_composed.clear();
    setAttribute(Qt::WA_InputMethodEnabled, taken);
    viewport()->update();
}

int TerminalView::rows() const
{
    return std::max(2, (viewport()->height() - Margin) / m_cellHeight);
}

int TerminalView::columns() const
{
    return std::max(2, int((viewport()->width() - 2 * Margin) / m_cellWidth));
}

void TerminalView::updateMetrics()
{
    m_font = ThemeMetrics::monospace(font());
    const QFontMetricsF metrics(m_font, this);
    constexpr int sample = 10;
    m_cellWidth = std::max(1.0, metrics.horizontalAdvance(QString(sample, u'M')) / sample);
    m_cellHeight = std::max(1, qCeil(metrics.height() * 1.1));
    m_ascent = (m_cellHeight - metrics.height()) / 2 + metrics.ascent();
}

void TerminalView::updateScrollBar()
{
    const auto kept = m_screen == nullptr ? 0 : int(m_screen->history().size());
    const qint64 first = m_screen == nullptr ? 0 : m_screen->firstRow();
    m_updating = true;
    verticalScrollBar()->setPageStep(rows());
    verticalScrollBar()->setRange(0, kept);
    m_top = std::clamp(m_top, first, first + kept);
    verticalScrollBar()->setValue(m_following ? kept : int(m_top - first));
    m_updating = false;
    if (m_following)
        m_top = first + kept;
}

void TerminalView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_updating || m_screen == nullptr)
        return;
    m_following = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    m_top = m_screen->firstRow() + verticalScrollBar()->value();
    if (!m_following && verticalScrollBar()->value() < NearBeginning)
        Q_EMIT historyWanted();
}

void TerminalView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

QPointF TerminalView::originOf(qint64 row) const
{
    return {qreal(Margin), qreal(Margin) / 2 + qreal(row - m_top) * m_cellHeight};
}

QRectF TerminalView::cursorRect() const
{
    if (m_screen == nullptr)
        return {};
    const TerminalScreen::Cursor &cursor = m_screen->cursor();
    const QPointF origin = originOf(m_screen->firstRow() + qint64(m_screen->history().size()) + cursor.row);
    return {origin.x() + cursor.column * m_cellWidth, origin.y(), m_cellWidth, qreal(m_cellHeight)};
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    const ConsoleColors colors(ThemeColors::of(palette()));
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colors.ground());
    if (m_screen == nullptr)
        return;
    const qint64 end = std::min(m_screen->endRow(), m_top + viewport()->height() / m_cellHeight + 2);
    for (qint64 row = m_top; row < end; ++row)
        paintRow(painter, row, colors);
    paintCursor(painter, colors);
}

void TerminalView::paintRow(QPainter &painter, qint64 row, const ConsoleColors &colors) const
{
    const QPointF origin = originOf(row);
    const auto [from, to] = m_selection.columnsOf(row);
    const TerminalLine line = m_screen->lineAt(row);
    if (to > from) {
        const qreal left = origin.x() + from * m_cellWidth;
        const qreal right = origin.x() + std::min(to, std::max(line.length() + 1, m_screen->columns())) * m_cellWidth;
        painter.fillRect(QRectF(left, origin.y(), right - left, m_cellHeight), colors.theme().selection);
    }
    for (const TerminalRun &run : line.runs)
        paintRun(painter, run, origin, row, colors);
}

void TerminalView::paintRun(QPainter &painter, const TerminalRun &run, QPointF origin, qint64 row,
                            const ConsoleColors &colors) const
{
    const auto [from, to] = m_selection.columnsOf(row);
    // A run that is selected in part is painted in parts.
    const bool isCells = run.text.size() == run.columns;
    const int end = run.column + run.columns;
    for (const int border : {from, to}) {
        if (isCells && to > from && border > run.column && border < end) {
            TerminalRun left = run;
            left.text = run.text.left(border - run.column);
            left.columns = border - run.column;
            TerminalRun right = run;
            right.text = run.text.mid(left.columns);
            right.column = border;
            right.columns = end - border;
            paintRun(painter, left, origin, row, colors);
            paintRun(painter, right, origin, row, colors);
            return;
        }
    }
    const bool isSelected = to > from && run.column >= from && run.column < to;
    const QColor ground = isSelected ? colors.theme().selection : colors.ground();
    const CellStyle style = colors.style(run.style, ground);
    const QRectF area(origin.x() + run.column * m_cellWidth, origin.y(), run.columns * m_cellWidth, m_cellHeight);
    if (style.back.isValid() && !isSelected)
        painter.fillRect(area, style.back);
    QFont styled = m_font;
    styled.setBold(style.bold);
    styled.setItalic(style.italic);
    styled.setUnderline(style.underline);
    styled.setStrikeOut(style.strikeOut);
    painter.setFont(styled);
    painter.setPen(isSelected ? ConsoleColors::readable(style.front, ground) : style.front);
    painter.drawText(QPointF(area.x(), area.y() + m_ascent), run.text);
}

void TerminalView::paintCursor(QPainter &painter, const ConsoleColors &colors) const
{
    const QRectF cell = cursorRect();
    const TerminalScreen::Cursor &cursor = m_screen->cursor();
    if (!m_composed.isEmpty()) { // an input method is at work
        const QRectF area(cell.topLeft(), QSizeF(qreal(m_composed.size()) * m_cellWidth, m_cellHeight));
        painter.fillRect(area, colors.theme().selection);
        QFont underlined = m_font;
        underlined.setUnderline(true);
        painter.setFont(underlined);
        painter.setPen(colors.theme().text);
        painter.drawText(QPointF(area.x(), area.y() + m_ascent), m_composed);
        return;
    }
    if (!cursor.visible)
        return;
    if (!m_keyboard || !hasFocus()) {
        painter.setPen(QPen(m_keyboard ? colors.theme().accent : colors.theme().dim, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    QRectF body = cell;
    if (cursor.shape == TerminalScreen::Cursor::Shape::Underline)
        body.setTop(cell.bottom() - 2);
    else if (cursor.shape == TerminalScreen::Cursor::Shape::Bar)
        body.setWidth(2);
    painter.fillRect(body, colors.theme().accent);
    if (cursor.shape != TerminalScreen::Cursor::Shape::Block)
        return;
    const QString under = m_screen->line(cursor.row).text(cursor.column, cursor.column + 1);
    painter.setFont(m_font);
    painter.setPen(colors.theme().onAccent);
    painter.drawText(QPointF(cell.x(), cell.y() + m_ascent), under);
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
    if (rows() == m_rows && columns() == m_columns)
        return;
    m_rows = rows();
    m_columns = columns();
    Q_EMIT cellsChanged();
}

void TerminalView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateMetrics();
        Q_EMIT cellsChanged();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

QString TerminalView::selectedText() const
{
    QString text;
    if (m_screen == nullptr || m_selection.isEmpty())
        return text;
    const qint64 last = std::min(m_selection.last().row, m_screen->endRow() - 1);
    for (qint64 row = std::max(m_selection.first().row, m_screen->firstRow()); row <= last; ++row) {
        const auto [from, to] = m_selection.columnsOf(row);
        const TerminalLine line = m_screen->lineAt(row);
        text += line.text(from, to);
        // A line that was too long for the screen is one line all the same.
        if (row < last && !line.full)
            text += u'\n';
    }
    return text;
}

void TerminalView::copy()
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TerminalView::selectAll()
{
    if (m_screen == nullptr)
        return;
    m_selection = {{m_screen->firstRow(), 0}, {m_screen->endRow(), 0}};
    viewport()->update();
}

} // namespace portlight
