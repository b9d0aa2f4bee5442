// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/KeyMap.h"

#include <QList>

namespace portlight {

/// Remembers which keys are down in the guest: a release sends what its press sent even when the text has changed
/// meanwhile (Shift let go first), and nothing stays pressed when the window loses the focus.
class PressedKeys
{
public:
    /// Remembers the press of `event` as `key`. What is to be sent: `key`, or, for auto-repeat and for a key whose
    /// release was missed, what its first press sent.
    [[nodiscard]] KeyStroke press(const QKeyEvent &event, KeyStroke key);
    /// What to release; a keysym of 0 for nothing (also for the releases of auto-repeat).
    [[nodiscard]] KeyStroke release(const QKeyEvent &event);
    /// Shift, Ctrl, Alt and Super that are down for us, but not among those that the system says are `held`: their
    /// release went to somebody else (a window manager's shortcut, another window). Forgets them. The key of the event
    /// `exceptFor` stays: its own modifier is not in `held` yet.
    [[nodiscard]] QList<KeyStroke> releaseMissed(Qt::KeyboardModifiers held, const QKeyEvent *exceptFor = nullptr);
    /// Everything still down, latest first; forgets it.
    [[nodiscard]] QList<KeyStroke> releaseAll();
    [[nodiscard]] bool isEmpty() const { return m_down.isEmpty(); }

private:
    [[nodiscard]] static quint64 identity(const QKeyEvent &event);

    QList<std::pair<quint64, KeyStroke>> m_down;
};

} // namespace portlight
