// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SharedFramebuffer.h"
#include "desktop/ViewTransform.h"
#include "rfb/ClientObserver.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace portlight {

class KeyboardGrab;
class KeyboardInput;
class PointerInput;

/// The guest's picture and nothing else: paints the shared framebuffer without copying it, sharp at the screen's own
/// pixels, only where it changed; turns mouse and keys into RFB's terms. GUI thread.
class DesktopCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit DesktopCanvas(QWidget *parent = nullptr);
    ~DesktopCanvas() override;

    /// Shows a live framebuffer; null shows nothing. With the end of a live one (null, or a snapshot) its connection's
    /// cursor, locks and ability to change its size are forgotten.
    void setFramebuffer(SharedFramebufferPointer framebuffer);
    void setGuestSize(QSize size);
    /// Shows a still picture instead, until the next setFramebuffer().
    void setSnapshot(const QImage &picture);
    [[nodiscard]] QSize guestSize() const { return m_guest; }
    void setScaleMode(ScaleMode mode);
    [[nodiscard]] ScaleMode scaleMode() const { return m_mode; }
    /// The guest can change its size (ServerAbilities::resize, and it has not refused): ScaleMode::Remote asks for
    /// sizes with guestSizeWanted(). While it cannot, that mode is the same as Fit.
    void setResizePossible(bool possible);
    /// Grey and without input: the last picture of a desktop that is paused or lost.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    /// Keys and mouse go to the guest only while it is on.
    void setInputEnabled(bool on);
    /// A null image: the guest hides its pointer. Before the first call the ordinary arrow is shown.
    void setGuestCursor(const QImage &image, QPoint hotspot);
    /// A dot where the guest hides its pointer; else there is none (noVNC's show_dot).
    void setDotShown(bool shown);
    /// What DesktopSession::ledStateChanged says.
    void setGuestLocks(const portlight::rfb::LedState &state);
    /// Takes the whole keyboard, also what the window manager listens for, whenever the canvas has the focus and takes
    /// input. X11 only; elsewhere grabRefused() is sent. Ctrl+Alt+Home ends it until the next click.
    void setGrabWanted(bool wanted);
    [[nodiscard]] bool isGrabbed() const;
    /// What the guest changed, in its pixels.
    void markChanged(const QRect &area);

    [[nodiscard]] const ViewTransform &transform() const { return m_transform; }
    [[nodiscard]] bool hasPicture() const { return !m_guest.isEmpty(); }

Q_SIGNALS:
    void pointerChanged(QPoint position, int buttons);
    void keyChanged(quint32 keysym, quint32 scanCode, bool down);
    /// Somebody works in the guest: types, or moves the mouse over the picture (`where` in widget coordinates).
    void used(QPointF where, bool typing);
    /// Ctrl+Alt+Home was pressed: the keyboard shall go back to the window.
    void keyboardReleased();
    /// ScaleMode::Remote: the viewer has had this size for half a second, in device pixels.
    void guestSizeWanted(QSize size);
    void grabChanged(bool grabbed);
    /// The keyboard could not be taken: another program has it, or the platform does not allow it.
    void grabRefused();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;
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
    [[nodiscard]] ViewTransform::Viewport viewport() const;
    void forgetConnection();
    void refreshTransform();
    void refreshCursor();
    void refreshInput();
    void askForSize();
    void paintPicture(QPainter &painter, const QImage &picture) const;
    void pointerEvent(const QMouseEvent &event, bool buttonChanged);
    void scrollAtEdge();

    SharedFramebufferPointer m_framebuffer;
    QImage m_snapshot;
    QSize m_guest;
    ScaleMode m_mode = ScaleMode::Fit;
    ViewTransform m_transform;
    ViewTransform::Viewport m_viewport; ///< That m_transform was made for.
    QPoint m_scroll;
    QPointF m_pointer; ///< Where it was last, for scrolling.
    Qt::MouseButtons m_buttons;
    QTimer m_edgeTimer;
    QTimer m_sizeTimer;
    QSize m_askedSize; ///< Last sent with guestSizeWanted().
    QImage m_cursorImage;
    QPoint m_cursorHotspot;
    KeyboardInput *m_keyboard;
    KeyboardGrab *m_grab;
    PointerInput *m_pointerInput;
    bool m_cursorKnown = false;
    bool m_dotShown = false;
    bool m_resizePossible = false;
    bool m_grabWanted = false;
    bool m_grabPaused = false; ///< Ctrl+Alt+Home was pressed.
    bool m_frozen = false;
    bool m_inputEnabled = true;
};

} // namespace portlight
