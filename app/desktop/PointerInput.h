// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/PointerButtons.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace portlight {

/// The mouse over the picture as messages to the guest: moves at most every 17 ms (as noVNC and TigerVNC do), presses
/// and releases at once, in order; no button stays down in the guest when its release goes elsewhere. GUI thread.
class PointerInput : public QObject
{
    Q_OBJECT

public:
    explicit PointerInput(QObject *parent = nullptr);

    /// Where the pointer is, in the guest's pixels, and what is held.
    void moved(QPoint position, Qt::MouseButtons buttons);
    /// A button went down or up.
    void buttonsChanged(QPoint position, Qt::MouseButtons buttons);
    void scrolled(QPoint position, Qt::MouseButtons buttons, QPoint pixels, QPoint angle);
    /// A new gesture on a touch pad: what was left of the last one is not part of it.
    void scrollBegan() { m_wheel.reset(); }
    /// Lets go of every button in the guest; one that is still held counts again when it is pressed anew.
    void releaseAll();

Q_SIGNALS:
    /// `buttons` as DesktopSession::sendPointer() has them.
    void pointerChanged(QPoint position, int buttons);

private:
    void sendWaiting();
    void send(QPoint position, int mask);
    [[nodiscard]] int guestMask(Qt::MouseButtons buttons);

    WheelClicks m_wheel;
    QTimer m_pause;
    QElapsedTimer m_lastMove;
    QPoint m_position; ///< Last sent.
    QPoint m_waiting;  ///< Where a move that was not sent yet leads.
    bool m_isWaiting = false;
    bool m_hasSent = false;
    int m_mask = 0; ///< Last sent.
    Qt::MouseButtons m_held;
    Qt::MouseButtons m_ignored; ///< Held, but let go of in the guest.
};

} // namespace portlight
