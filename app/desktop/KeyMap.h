// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace portlight {

/// One key as RFB sends it.
struct KeyStroke
{
    quint32 keysym = 0;   ///< X11's (RFC 6143, 7.5.4); 0: no key.
    quint32 scanCode = 0; ///< See ScanCodes; 0: unknown.
    friend bool operator==(const KeyStroke &, const KeyStroke &) = default;
};

/// Which X11 keysym (RFC 6143, 7.5.4; X11/keysymdef.h) a pressed key stands for.
namespace KeyMap {

/// 0 when there is none. X11 and Wayland tell the keysym itself: the layout, Shift, AltGr and Caps Lock of this side
/// count, dead keys stay dead keys. Elsewhere characters come from the event's text and keys without text from a
/// table; with Ctrl held the text is a control character: then the key's letter.
[[nodiscard]] quint32 keysym(const QKeyEvent &event);
/// The keysym of a character: its own number in Latin-1, X11's older numbers for some, else 0x01000000 + code point.
[[nodiscard]] quint32 keysymOf(char32_t character);

} // namespace KeyMap

} // namespace portlight
