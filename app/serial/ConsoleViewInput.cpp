// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleView that deals with keys, mouse and menu.
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "settings/Icons.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
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

void ConsoleView::scrollByUser(int rows)
{
    m_scroll.moveBy(rows);
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

int ConsoleView::rowsForKey(int key) const
{
    switch (key) {
    case Qt::Key_Up:
        return -1;
    case Qt::Key_Down:
        return 1;
    case Qt::Key_PageUp:
        return -std::max(1, m_scroll.pageRows() - 1);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return std::max(1, m_scroll.pageRows() - 1);
    default:
        return 0;
    }
}

bool ConsoleView::handleCommand(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Find))
        Q_EMIT searchWanted();
    else if (event->key() == Qt::Key_F3)
        findNext(shift ? -1 : 1);
    else if (event->key() == Qt::Key_F8)
        goToFailure(shift ? -1 : 1);
    else
        return false;
    return true;
}

void ConsoleView::keyPressEvent(QKeyEvent *event)
{
    if (handleCommand(event))
        return;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (const int rows = control ? 0 : rowsForKey(event->key()); rows != 0) {
        scrollByUser(rows);
    } else if (event->key() == Qt::Key_Home) {
        m_scroll.setTop({});
        settleAfterUserScroll();
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const int step = event->key() == Qt::Key_Left ? -40 : 40;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step);
    } else {
        event->ignore();
    }
}

bool ConsoleView::event(QEvent *event)
{
    // The window may use the same keys; while the log has the focus they mean the log.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) ||
                          key->matches(QKeySequence::Find) || key->key() == Qt::Key_F3 || key->key() == Qt::Key_F8;
        if (ours) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

ConsolePosition ConsoleView::positionAt(const QPointF &point) const
{
    qreal y = -m_scroll.top().row * m_metrics.rowHeight;
    qint64 number = m_scroll.top().line;
    for (; number < m_scroll.lines() - 1; ++number) {
        const qreal height = (m_wrapping ? m_cache.line(number)->rows : 1) * m_metrics.rowHeight;
        if (point.y() < y + height)
            break;
        y += height;
    }
    const auto line = m_cache.line(number);
    if (line->layout.lineCount() == 0 || point.x() < m_metrics.textLeft)
        return {number, 0};
    const int row = std::clamp(int((point.y() - y) / m_metrics.rowHeight), 0, line->layout.lineCount() - 1);
    return {number, line->layout.lineAt(row).xToCursor(point.x() - m_metrics.textLeft + scrolledBy())};
}

void ConsoleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_scroll.lines() == 0)
        return;
    const ConsolePosition position = positionAt(event->position());
    m_currentLine = position.line;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_selection.extend(position);
    else
        m_selection.begin(position);
    // A click beside the text means the whole line.
    if (event->position().x() < m_metrics.textLeft)
        m_selection.extend({position.line, int(m_cache.line(position.line)->layout.text().size())});
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_scroll.lines() == 0)
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
    scrollByUser(m_dragPoint.y() < 0 ? -1 : 1);
    m_selection.extend(positionAt(m_dragPoint));
}

void ConsoleView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragScroll.stop();
}

void ConsoleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_scroll.lines() == 0)
        return;
    const ConsolePosition position = positionAt(event->position());
    const QString text = m_cache.line(position.line)->layout.text();
    int first = std::min(position.column, int(text.size()));
    int last = first;
    while (first > 0 && isWordCharacter(text[first - 1]))
        --first;
    while (last < text.size() && isWordCharacter(text[last]))
        ++last;
    m_selection.begin({position.line, first});
    m_selection.extend({position.line, last});
    viewport()->update();
}

void ConsoleView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QColor color = m_cache.colors().theme().text;
    auto *copy = menu.addAction(Icons::icon(Icon::Copy, color), tr("Copy"), this, &ConsoleView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!m_selection.isEmpty());
    auto *all = menu.addAction(tr("Select all"), this, &ConsoleView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu.addSeparator();
    const bool failures = m_store && m_store->failureCount() > 0;
    menu.addAction(tr("Next failure"), QKeySequence(u"F8"_s), this, [this] { goToFailure(1); })->setEnabled(failures);
    menu.addAction(tr("Previous failure"), QKeySequence(u"Shift+F8"_s), this, [this] { goToFailure(-1); })
        ->setEnabled(failures);
    menu.addSeparator();
    menu.addAction(Icons::icon(Icon::Save, color), tr("Save the log…"), this, &ConsoleView::saveWanted)
        ->setEnabled(m_scroll.lines() > 0);
    menu.exec(event->globalPos());
}

bool ConsoleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_scroll.lines() > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // Over the text a tooltip would only be in the way.
        if (help->pos().x() < m_metrics.textLeft)
            QToolTip::showText(help->globalPos(),
                               ConsoleTexts::explain(m_cache.line(positionAt(help->pos()).line)->data));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ConsoleView::scrollContentsBy(int, int)
{
    viewport()->update();
}

} // namespace portlight
