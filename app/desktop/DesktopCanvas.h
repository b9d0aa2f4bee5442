// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/KeyMap.h"
#include "desktop/PointerButtons.h"
#include "desktop/SharedFramebuffer.h"
#include "desktop/ViewTransform.h"

#include <QImage>
#include <QWidget>

namespace portlight {

/// The guest's picture and nothing else: paints the shared framebuffer without copying it, sharp at the screen's own
/// pixels, only where it changed; turns mouse and keys into RFB's terms. GUI thread.
class DesktopCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit DesktopCanvas(QWidget *parent = nullptr);

    /// Shows a live framebuffer; null shows nothing.
    void setFramebuffer(SharedFramebufferPointer framebuffer);
    void setGuestSize(QSize size);
    /// Shows a still picture instead, until the next setFramebuffer().
    void setSnapshot(const QImage &picture);
    [[nodiscard]] QSize guestSize() const { return m_guest; }
    void setScaleMode(ScaleMode mode);
    [[nodiscard]] ScaleMode scaleMode() const { return m_mode; }
    /// Grey and without input: the last picture of a desktop that is paused or lost.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    /// Keys and mouse go to the guest only while it is on.
    void setInputEnabled(bool on);
    /// A null image: the ordinary arrow.
    void setGuestCursor(const QImage &image, QPoint hotspot);
    /// What the guest changed, in its pixels.
    void markChanged(const QRect &area);

    [[nodiscard]] const ViewTransform &transform() const { return m_transform; }
    [[nodiscard]] bool hasPicture() const { return !m_guest.isEmpty(); }

Q_SIGNALS:
    void pointerChanged(QPoint position, int buttons);
    void keyChanged(quint32 keysym, bool down);
    /// Somebody works in the guest: types, or moves the mouse over the picture (`where` in widget coordinates).
    void used(QPointF where, bool typing);
    /// Ctrl+Alt+Home was pressed: the keyboard shall go back to the window.
    void keyboardReleased();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] bool takesInput() const { return m_inputEnabled && !m_frozen && m_framebuffer && hasPicture(); }
    void refreshTransform();
    void refreshCursor();
    void sendPointer(const QMouseEvent &event);
    void releaseKeys();
    void scrollTowards(QPointF where);

    SharedFramebufferPointer m_framebuffer;
    QImage m_snapshot;
    QSize m_guest;
    ScaleMode m_mode = ScaleMode::Fit;
    ViewTransform m_transform;
    QPoint m_scroll;
    QImage m_cursorImage;
    QPoint m_cursorHotspot;
    PressedKeys m_keys;
    WheelClicks m_wheel;
    bool m_frozen = false;
    bool m_inputEnabled = true;
};

} // namespace portlight
