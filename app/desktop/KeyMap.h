// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeyEvent>
#include <QList>

namespace portlight {

/// Which X11 keysym (RFC 6143, 7.5.4; X11/keysymdef.h) a pressed key stands for.
namespace KeyMap {

/// 0 when there is none. Characters come from the event's text, so that the layout, Shift and AltGr of this side
/// count; keys without text from a table. With Ctrl held the text is a control character: then the key's letter.
[[nodiscard]] quint32 keysym(const QKeyEvent &event);
/// The keysym of a character: its own number in Latin-1, X11's older numbers for some, else 0x01000000 + code point.
[[nodiscard]] quint32 keysymOf(char32_t character);

} // namespace KeyMap

/// Remembers which keys are down in the guest: a release sends what its press sent even when the text has changed
/// meanwhile (Shift let go first), and nothing stays pressed when the window loses the focus.
class PressedKeys
{
public:
    /// The keysym to send for this press; 0 for nothing.
    [[nodiscard]] quint32 press(const QKeyEvent &event);
    /// The keysym to release; 0 for nothing (also for the releases of auto-repeat).
    [[nodiscard]] quint32 release(const QKeyEvent &event);
    /// Everything still down, latest first; forgets it.
    [[nodiscard]] QList<quint32> releaseAll();

private:
    [[nodiscard]] static quint64 identity(const QKeyEvent &event);

    QList<std::pair<quint64, quint32>> m_down;
};

} // namespace portlight
