// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/TerminalView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace portlight {

namespace {

constexpr int DragMilliseconds = 40;
constexpr Qt::KeyboardModifiers KeyModifiers = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier;

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || QStringView(u"_-./@~+:%").contains(character);
}

} // namespace

bool TerminalView::event(QEvent *event)
{
    // With the keyboard taken, no key is a shortcut of the window.
    if (m_keyboard && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::focusNextPrevChild(bool next)
{
    return !m_keyboard && QAbstractScrollArea::focusNextPrevChild(next);
}

void TerminalView::send(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_selection = {};
    scrollToEnd();
    Q_EMIT typed(bytes);
}

bool TerminalView::scrollKey(const QKeyEvent &event, bool shiftNeeded)
{
    if (shiftNeeded != event.modifiers().testFlag(Qt::ShiftModifier) ||
        (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0)
        return false;
    QScrollBar *bar = verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_PageUp:
        bar->setValue(bar->value() - std::max(1, rows() - 1));
        return true;
    case Qt::Key_PageDown:
        bar->setValue(bar->value() + std::max(1, rows() - 1));
        return true;
    case Qt::Key_Home:
        bar->setValue(bar->minimum());
        return true;
    case Qt::Key_End:
        scrollToEnd();
        return true;
    case Qt::Key_Up:
        bar->setValue(bar->value() - 1);
        return !shiftNeeded;
    case Qt::Key_Down:
        bar->setValue(bar->value() + 1);
        return !shiftNeeded;
    default:
        return false;
    }
}

bool TerminalView::editKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & KeyModifiers;
    const bool isCopy = (event.key() == Qt::Key_C && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) ||
                        (event.key() == Qt::Key_Insert && modifiers == Qt::ControlModifier) ||
                        (!m_keyboard && event.matches(QKeySequence::Copy));
    const bool isPaste = (event.key() == Qt::Key_V && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) ||
                         (event.key() == Qt::Key_Insert && modifiers == Qt::ShiftModifier);
    if (isCopy)
        copy();
    else if (isPaste)
        paste();
    else if (!m_keyboard && event.matches(QKeySequence::SelectAll))
        selectAll();
    else
        return false;
    return true;
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & KeyModifiers;
    if (m_keyboard && event->key() == Qt::Key_G && modifiers == (Qt::ControlModifier | Qt::AltModifier)) {
        Q_EMIT releaseWanted();
        return;
    }
    if (m_screen == nullptr || editKey(*event) || scrollKey(*event, true))
        return;
    if (m_keyboard) {
        send(m_screen->keyBytes(event->key(), event->modifiers(), event->text()));
        return;
    }
    if (scrollKey(*event, false))
        return;
    const bool types = !event->text().isEmpty() && event->text()[0].isPrint();
    if (types || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT keyboardMissed();
    else
        event->ignore();
}

void TerminalView::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void TerminalView::pasteText(const QString &text)
{
    if (text.isEmpty() || m_screen == nullptr)
        return;
    if (m_keyboard)
        send(m_screen->pasteBytes(text));
    else
        Q_EMIT keyboardMissed();
}

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    m_composed = m_keyboard ? event->preeditString() : QString();
    if (m_keyboard)
        send(event->commitString().toUtf8());
    viewport()->update();
    event->accept();
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return m_keyboard;
    if (query == Qt::ImCursorRectangle)
        return cursorRect().translated(viewport()->pos()).toRect();
    if (query == Qt::ImHints) // passwords are typed here too
        return int(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    return QAbstractScrollArea::inputMethodQuery(query);
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    Q_EMIT focusChanged(true);
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
    Q_EMIT focusChanged(false);
}

TerminalPlace TerminalView::placeAt(const QPoint &position) const
{
    const QPointF origin = originOf(m_top);
    const auto row = qint64(std::floor((position.y() - origin.y()) / m_cellHeight));
    const int column = int(std::lround((position.x() - origin.x()) / m_cellWidth));
    const qint64 last = m_screen == nullptr ? m_top : m_screen->endRow() - 1;
    return {std::clamp(m_top + row, std::min(m_top, last), last), std::max(0, column)};
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    const TerminalPlace place = placeAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        pasteText(QGuiApplication::clipboard()->text(QClipboard::Selection));
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const bool isThird =
        m_sinceDoubleClick.isValid() && m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval();
    if (isThird)
        m_selection = {{place.row, 0}, {place.row + 1, 0}};
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_selection.caret = place;
    else
        m_selection = {place, place};
    m_selecting = !isThird;
    m_dragPosition = event->position().toPoint();
    m_dragTimer.start(DragMilliseconds, this);
    viewport()->update();
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting)
        return;
    m_dragPosition = event->position().toPoint();
    m_selection.caret = placeAt(m_dragPosition);
    viewport()->update();
}

/// The mouse is held above or below the text: what is there comes into view.
void TerminalView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    if (!m_selecting) {
        m_dragTimer.stop();
        return;
    }
    const int beyond = m_dragPosition.y() < 0                      ? m_dragPosition.y()
                       : m_dragPosition.y() > viewport()->height() ? m_dragPosition.y() - viewport()->height()
                                                                   : 0;
    if (beyond == 0)
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / m_cellHeight + (beyond < 0 ? -1 : 1));
    m_selection.caret = placeAt(m_dragPosition);
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectionFinished();
}

void TerminalView::selectionFinished()
{
    m_selecting = false;
    m_dragTimer.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (!m_selection.isEmpty() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_screen == nullptr)
        return;
    selectWord(placeAt(event->position().toPoint() - QPoint(int(m_cellWidth / 2), 0)));
    m_sinceDoubleClick.start();
    selectionFinished();
    viewport()->update();
}

void TerminalView::selectWord(const TerminalPlace &place)
{
    const QString text = m_screen->lineAt(place.row).text();
    int from = std::min(place.column, int(text.size()));
    int to = from;
    while (from > 0 && isWordCharacter(text[from - 1]))
        --from;
    while (to < text.size() && isWordCharacter(text[to]))
        ++to;
    m_selection = {{place.row, from}, {place.row, to}};
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    const bool atBeginning = verticalScrollBar()->value() == verticalScrollBar()->minimum();
    if (atBeginning && event->angleDelta().y() > 0)
        Q_EMIT historyWanted();
    QAbstractScrollArea::wheelEvent(event);
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
    event->accept();
}

} // namespace portlight
