// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleView that deals with keys and mouse.
//
// Keys: Up, Down move the current line (with Shift they select lines, with Ctrl they scroll), Page Up and Down, Home,
// End (follows again), Left, Right; F8, F3, F2 next failure, match, bookmark, with Shift the previous one; Ctrl+B sets
// and removes a bookmark, Ctrl+Shift+B writes its note; Return activates the current line, Escape gives up the
// selection; Ctrl+A, Ctrl+C, Ctrl+F.
#include "serial/Bookmarks.h"
#include "serial/ConsoleView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DragScrollMilliseconds = 40;

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || u"_-./@:"_s.contains(character);
}

} // namespace

void ConsoleView::scrollByUser(int parts)
{
    m_scroll.moveBy(parts);
    settleAfterUserScroll();
}

void ConsoleView::scrollToTop(qint64 row)
{
    m_scroll.setTop({row, 0});
    settleAfterUserScroll();
}

void ConsoleView::settleAfterUserScroll()
{
    const bool atEnd = m_scroll.isAtEnd();
    if (atEnd != m_following)
        setFollowing(atEnd);
    updateExtent();
    updateJump();
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::wheelEvent(QWheelEvent *event)
{
    const bool sideways = event->modifiers().testFlag(Qt::ShiftModifier);
    if (sideways || event->angleDelta().y() == 0) {
        const int delta = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta / 2);
        event->accept();
        return;
    }
    // Three rows per notch; touch pads send less than a notch at a time, or pixels.
    m_wheelRest += event->pixelDelta().isNull() ? event->angleDelta().y() / 120.0 * 3.0
                                                : event->pixelDelta().y() / m_metrics.rowHeight;
    const int rows = int(m_wheelRest);
    m_wheelRest -= rows;
    if (rows != 0)
        scrollByUser(-rows);
    event->accept();
}

void ConsoleView::bringIntoView(qint64 row)
{
    if (row < m_scroll.top().row || (row == m_scroll.top().row && m_scroll.top().part > 0))
        m_scroll.setTop({row, 0});
    else if (row >= lastVisibleRow())
        m_scroll.setTop(std::max(m_scroll.top(), m_scroll.topFor(row + 1, m_scroll.pageParts())));
}

void ConsoleView::moveCurrent(int rows, bool select)
{
    if (m_rows.count() == 0)
        return;
    const bool known = m_rows.contains(m_currentLine);
    const qint64 from = known ? m_rows.rowOf(m_currentLine) : rows < 0 ? lastVisibleRow() + 1 : m_scroll.top().row - 1;
    const qint64 row = std::clamp<qint64>(from + rows, 0, m_rows.count() - 1);
    const qint64 line = m_rows.lineAt(row);
    if (select && m_selection.isEmpty())
        m_selection.begin({known ? m_currentLine : line, 0});
    if (select)
        m_selection.extend({line, 0});
    if (m_following)
        setFollowing(false);
    bringIntoView(row);
    setCurrentLine(line);
    updateExtent();
    updateJump();
    viewport()->update();
    Q_EMIT positionChanged();
}

int ConsoleView::partsForKey(int key) const
{
    switch (key) {
    case Qt::Key_PageUp:
        return -std::max(1, m_scroll.pageParts() - 1);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return std::max(1, m_scroll.pageParts() - 1);
    default:
        return 0;
    }
}

bool ConsoleView::handleCommand(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Find))
        Q_EMIT searchWanted();
    else if (event->key() == Qt::Key_F2)
        goToBookmark(shift ? -1 : 1);
    else if (event->key() == Qt::Key_F3)
        goToMatch(shift ? -1 : 1);
    else if (event->key() == Qt::Key_F8)
        goToFailure(shift ? -1 : 1);
    else if (control && event->key() == Qt::Key_B)
        shift ? editBookmarkNote() : toggleBookmark();
    else
        return false;
    return true;
}

void ConsoleView::keyPressEvent(QKeyEvent *event)
{
    if (handleCommand(event))
        return;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int key = event->key();
    if (const int parts = control ? 0 : partsForKey(key); parts != 0) {
        scrollByUser(parts);
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const int step = key == Qt::Key_Up ? -1 : 1;
        control ? scrollByUser(step) : moveCurrent(step, shift);
    } else if (key == Qt::Key_Home) {
        m_scroll.setTop({});
        settleAfterUserScroll();
    } else if (key == Qt::Key_End) {
        setFollowing(true);
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int step = key == Qt::Key_Left ? -40 : 40;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_currentLine >= 0) {
        Q_EMIT lineActivated(m_currentLine);
    } else if (key == Qt::Key_Escape && !m_selection.isEmpty()) {
        m_selection.clear();
        viewport()->update();
    } else {
        event->ignore();
    }
}

bool ConsoleView::event(QEvent *event)
{
    // The window may use the same keys; while the log has the focus they mean the log.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool command = key->key() == Qt::Key_F2 || key->key() == Qt::Key_F3 || key->key() == Qt::Key_F8 ||
                             (key->key() == Qt::Key_B && key->modifiers().testFlag(Qt::ControlModifier));
        if (command || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) ||
            key->matches(QKeySequence::Find)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

ConsolePosition ConsoleView::positionAt(const QPointF &point) const
{
    qreal y = -m_scroll.top().part * m_metrics.rowHeight;
    qint64 row = m_scroll.top().row;
    for (; row < m_scroll.rows() - 1; ++row) {
        const qreal height = lineIn(row)->rows() * m_metrics.rowHeight;
        if (point.y() < y + height)
            break;
        y += height;
    }
    const auto line = lineIn(row);
    y += qreal(line->notices.size()) * m_metrics.rowHeight;
    if (point.x() < m_metrics.textLeft || point.y() < y)
        return {line->data.number, 0};
    const int columns = m_cache.look().columns;
    const int part = std::clamp(int((point.y() - y) / m_metrics.rowHeight), 0, line->textRows - 1);
    // Between two characters: the nearer edge.
    const int cell = int((point.x() - m_metrics.textLeft + scrolledBy()) / m_metrics.cell + 0.5);
    const int inRow = columns > 0 ? std::min(cell, columns) + part * columns : cell;
    return {line->data.number, line->text.unitAt(inRow)};
}

void ConsoleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_rows.count() == 0)
        return;
    const ConsolePosition position = positionAt(event->position());
    if (m_bookmarks && event->position().x() < m_metrics.markRight) {
        m_bookmarks->toggle(position.line);
        return;
    }
    setCurrentLine(position.line);
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_selection.extend(position);
    else
        m_selection.begin(position);
    // A click beside the text means the whole line.
    if (event->position().x() < m_metrics.textLeft)
        m_selection.extend({position.line, int(lineIn(m_rows.rowOf(position.line))->text.text().size())});
    rememberAnchor();
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::hover(const QPointF &point)
{
    const bool overMarks = m_bookmarks && m_rows.count() > 0 && point.x() < m_metrics.markRight;
    const qint64 line = overMarks ? positionAt(point).line : -1;
    if (line == m_hoveredMark)
        return;
    m_hoveredMark = line;
    viewport()->setCursor(overMarks ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->update();
}

void ConsoleView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton)
        hover(event->position());
    if (!event->buttons().testFlag(Qt::LeftButton) || m_rows.count() == 0)
        return;
    m_dragPoint = event->position();
    m_selection.extend(positionAt(m_dragPoint));
    const bool outside = m_dragPoint.y() < 0 || m_dragPoint.y() > viewport()->height();
    if (outside && !m_dragScroll.isActive())
        m_dragScroll.start(DragScrollMilliseconds, this);
    else if (!outside)
        m_dragScroll.stop();
    viewport()->update();
}

void ConsoleView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    // The farther outside, the faster.
    const qreal outside = m_dragPoint.y() < 0 ? m_dragPoint.y() : m_dragPoint.y() - viewport()->height();
    const int step = std::clamp(int(outside / m_metrics.rowHeight), -20, 20);
    scrollByUser(step != 0 ? step : outside < 0 ? -1 : 1);
    m_selection.extend(positionAt(m_dragPoint));
}

void ConsoleView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragScroll.stop();
}

void ConsoleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_rows.count() == 0 || (m_bookmarks && event->position().x() < m_metrics.markRight))
        return;
    const ConsolePosition position = positionAt(event->position());
    const QString text = lineIn(m_rows.rowOf(position.line))->text.text();
    int first = std::min(position.column, int(text.size()));
    int last = first;
    while (first > 0 && isWordCharacter(text[first - 1]))
        --first;
    while (last < text.size() && isWordCharacter(text[last]))
        ++last;
    m_selection.begin({position.line, first});
    m_selection.extend({position.line, last});
    viewport()->update();
    Q_EMIT lineActivated(position.line);
}

void ConsoleView::scrollContentsBy(int, int)
{
    viewport()->update();
}

} // namespace portlight
