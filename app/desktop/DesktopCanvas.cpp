// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopCanvas.h"

#include "settings/ThemeColors.h"

#include <QFocusEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace portlight {

DesktopCanvas::DesktopCanvas(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Dead keys and compose sequences are the guest's business: no input method in between.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Desktop of the VM"));
    setAccessibleDescription(tr("Keys go to the guest. Ctrl+Alt+Home brings the keyboard back to the window."));
}

void DesktopCanvas::setFramebuffer(SharedFramebufferPointer framebuffer)
{
    m_framebuffer = std::move(framebuffer);
    m_snapshot = {};
    m_guest = {};
    refreshTransform();
}

void DesktopCanvas::setSnapshot(const QImage &picture)
{
    releaseKeys();
    m_framebuffer.reset();
    m_snapshot = picture;
    m_guest = picture.size();
    refreshTransform();
}

void DesktopCanvas::setGuestSize(QSize size)
{
    m_guest = size;
    m_scroll = {};
    refreshTransform();
}

void DesktopCanvas::setScaleMode(ScaleMode mode)
{
    m_mode = mode;
    m_scroll = {};
    refreshTransform();
}

void DesktopCanvas::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    if (frozen)
        releaseKeys();
    m_frozen = frozen;
    refreshCursor();
    update();
}

void DesktopCanvas::setInputEnabled(bool on)
{
    if (!on)
        releaseKeys();
    m_inputEnabled = on;
    refreshCursor();
}

void DesktopCanvas::setGuestCursor(const QImage &image, QPoint hotspot)
{
    m_cursorImage = image;
    m_cursorHotspot = hotspot;
    refreshCursor();
}

void DesktopCanvas::markChanged(const QRect &area)
{
    update(m_transform.toWidget(area));
}

void DesktopCanvas::refreshTransform()
{
    m_transform = ViewTransform(m_guest, size(), devicePixelRatioF(), m_mode, m_scroll);
    refreshCursor();
    update();
}

void DesktopCanvas::refreshCursor()
{
    if (!takesInput() || m_cursorImage.isNull()) {
        setCursor(Qt::ArrowCursor);
        return;
    }
    // The pointer keeps the picture's proportions, but never becomes too small to be found.
    const double scale = std::max(m_transform.scale(), 0.75);
    const QSize size = (QSizeF(m_cursorImage.size()) * scale).toSize().expandedTo(QSize(1, 1));
    QPixmap pixmap = QPixmap::fromImage(m_cursorImage.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const qreal ratio = devicePixelRatioF();
    pixmap.setDevicePixelRatio(ratio);
    setCursor(
        QCursor(pixmap, qRound(m_cursorHotspot.x() * scale / ratio), qRound(m_cursorHotspot.y() * scale / ratio)));
}

bool DesktopCanvas::event(QEvent *event)
{
    // Everything typed here belongs to the guest, also what would be a shortcut of the window; only F11 (full screen)
    // stays the window's, or there would be no way out of it.
    if (event->type() == QEvent::ShortcutOverride && takesInput() &&
        static_cast<QKeyEvent *>(event)->key() != Qt::Key_F11) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ScreenChangeInternal)
        refreshTransform();
    return QWidget::event(event);
}

void DesktopCanvas::paintEvent(QPaintEvent *event)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.fillRect(event->rect(), colors.backdrop);
    if (!m_transform.isValid())
        return;
    const qreal ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_transform.needsSmoothing());
    if (m_framebuffer) {
        const SharedFramebuffer::Reader reader = m_framebuffer->read();
        if (!reader.image().isNull())
            painter.drawImage(m_transform.target(), reader.image());
    } else if (!m_snapshot.isNull()) {
        painter.drawImage(m_transform.target(), m_snapshot);
    }
    if (m_frozen) {
        QColor veil = colors.backdrop;
        veil.setAlphaF(0.65F);
        painter.fillRect(m_transform.target(), veil);
    }
}

void DesktopCanvas::resizeEvent(QResizeEvent *)
{
    refreshTransform();
}

void DesktopCanvas::sendPointer(const QMouseEvent &event)
{
    if (!takesInput())
        return;
    scrollTowards(event.position());
    Q_EMIT pointerChanged(m_transform.toGuest(event.position()), PointerButtons::mask(event.buttons()));
    if (m_transform.contains(event.position()))
        Q_EMIT used(event.position(), false);
}

void DesktopCanvas::mousePressEvent(QMouseEvent *event)
{
    sendPointer(*event);
}

void DesktopCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    sendPointer(*event);
}

void DesktopCanvas::mouseMoveEvent(QMouseEvent *event)
{
    sendPointer(*event);
}

void DesktopCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    sendPointer(*event);
}

void DesktopCanvas::wheelEvent(QWheelEvent *event)
{
    if (!takesInput())
        return;
    const QPoint position = m_transform.toGuest(event->position());
    const int held = PointerButtons::mask(event->buttons());
    for (const int click : m_wheel.add(event->angleDelta())) {
        Q_EMIT pointerChanged(position, held | click);
        Q_EMIT pointerChanged(position, held);
    }
    event->accept();
}

/// An original-size picture that does not fit follows the pointer: at the left edge one sees its left end.
void DesktopCanvas::scrollTowards(QPointF where)
{
    const QSize range = m_transform.scrollRange();
    if (range.isNull())
        return;
    const double x = std::clamp(where.x() / std::max(1, width()), 0.0, 1.0);
    const double y = std::clamp(where.y() / std::max(1, height()), 0.0, 1.0);
    const QPoint scroll(qRound(x * range.width()), qRound(y * range.height()));
    if (scroll == m_scroll)
        return;
    m_scroll = scroll;
    refreshTransform();
}

void DesktopCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool wayOut = event->key() == Qt::Key_Home && event->modifiers().testFlag(Qt::ControlModifier) &&
                        event->modifiers().testFlag(Qt::AltModifier);
    if (wayOut) {
        releaseKeys();
        Q_EMIT keyboardReleased();
        return;
    }
    if (!takesInput()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (const quint32 keysym = m_keys.press(*event)) {
        Q_EMIT keyChanged(keysym, true);
        Q_EMIT used({}, true);
    }
}

void DesktopCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (const quint32 keysym = m_keys.release(*event))
        Q_EMIT keyChanged(keysym, false);
}

void DesktopCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void DesktopCanvas::focusOutEvent(QFocusEvent *event)
{
    releaseKeys();
    QWidget::focusOutEvent(event);
}

bool DesktopCanvas::focusNextPrevChild(bool next)
{
    return takesInput() ? false : QWidget::focusNextPrevChild(next);
}

void DesktopCanvas::releaseKeys()
{
    for (const quint32 keysym : m_keys.releaseAll())
        Q_EMIT keyChanged(keysym, false);
}

} // namespace portlight
