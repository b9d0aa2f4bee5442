// SPDX-License-Identifier: GPL-3.0-or-later
// DesktopCanvas: mouse, keys and focus.
#include "desktop/DesktopCanvas.h"

#include "desktop/EdgeScroll.h"
#include "desktop/KeyboardInput.h"
#include "desktop/PointerInput.h"

#include <QFocusEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

bool DesktopCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Everything typed here belongs to the guest, also what would be a shortcut of the window; only F11 (full
        // screen) stays the window's, or there would be no way out of it.
        if (takesInput() && static_cast<QKeyEvent *>(event)->key() != Qt::Key_F11) {
            event->accept();
            return true;
        }
        break;
    case QEvent::ScreenChangeInternal:
        refreshTransform();
        break;
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        refreshInput();
        if (event->type() == QEvent::WindowDeactivate)
            m_pointerInput->releaseAll();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void DesktopCanvas::leaveEvent(QEvent *)
{
    m_edgeTimer.stop();
}

void DesktopCanvas::pointerEvent(const QMouseEvent &event, bool buttonChanged)
{
    if (!takesInput())
        return;
    m_keyboard->modifiersSeen(event.modifiers());
    m_pointer = event.position();
    m_buttons = event.buttons();
    const QPoint position = m_transform.toGuest(m_pointer);
    if (buttonChanged)
        m_pointerInput->buttonsChanged(position, m_buttons);
    else
        m_pointerInput->moved(position, m_buttons);
    if (m_transform.contains(m_pointer))
        Q_EMIT used(m_pointer, false);
    const bool atEdge = !EdgeScroll::step(m_pointer, size(), m_scroll, m_transform.scrollRange()).isNull();
    if (atEdge && !m_edgeTimer.isActive())
        m_edgeTimer.start();
}

void DesktopCanvas::mousePressEvent(QMouseEvent *event)
{
    if (m_grabPaused) {
        m_grabPaused = false;
        refreshInput();
    }
    pointerEvent(*event, true);
}

void DesktopCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    pointerEvent(*event, true);
}

void DesktopCanvas::mouseMoveEvent(QMouseEvent *event)
{
    pointerEvent(*event, false);
}

void DesktopCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    pointerEvent(*event, true);
}

void DesktopCanvas::wheelEvent(QWheelEvent *event)
{
    if (!takesInput())
        return;
    if (event->phase() == Qt::ScrollBegin)
        m_pointerInput->scrollBegan();
    // On X11 the pixels are whatever the driver says.
    const bool pixelsCount = QGuiApplication::platformName() != "xcb"_L1;
    m_pointerInput->scrolled(m_transform.toGuest(event->position()), event->buttons(),
                             pixelsCount ? event->pixelDelta() : QPoint(), event->angleDelta());
    event->accept();
}

void DesktopCanvas::scrollAtEdge()
{
    const QPoint step = EdgeScroll::step(m_pointer, size(), m_scroll, m_transform.scrollRange());
    if (step.isNull()) {
        m_edgeTimer.stop();
        return;
    }
    m_scroll += step;
    refreshTransform();
    // The pointer stands still, but over another pixel of the guest.
    m_pointerInput->moved(m_transform.toGuest(m_pointer), m_buttons);
}

void DesktopCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool wayOut = event->key() == Qt::Key_Home && event->modifiers().testFlag(Qt::ControlModifier) &&
                        event->modifiers().testFlag(Qt::AltModifier);
    if (wayOut) {
        m_keyboard->releaseAll();
        m_grabPaused = true;
        refreshInput();
        Q_EMIT keyboardReleased();
        return;
    }
    if (!takesInput())
        QWidget::keyPressEvent(event);
    else if (m_keyboard->press(*event))
        Q_EMIT used({}, true);
}

void DesktopCanvas::keyReleaseEvent(QKeyEvent *event)
{
    m_keyboard->release(*event);
}

void DesktopCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_grabPaused = false;
    refreshInput();
}

void DesktopCanvas::focusOutEvent(QFocusEvent *event)
{
    m_keyboard->releaseAll();
    m_pointerInput->releaseAll();
    refreshInput();
    QWidget::focusOutEvent(event);
}

bool DesktopCanvas::focusNextPrevChild(bool next)
{
    return takesInput() ? false : QWidget::focusNextPrevChild(next);
}

} // namespace portlight
