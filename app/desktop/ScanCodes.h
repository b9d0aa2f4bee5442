// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portlight {

/// Places on the keyboard as RFB's "QEMU Extended Key Event" names them (rfbproto): XT scan codes (set 1), those with
/// the prefix 0xe0 written with bit 7 set instead. 0 where there is none.
namespace ScanCodes {

/// Of Linux' key numbers (linux/input-event-codes.h), which Wayland uses and X servers with "evdev" keycodes plus 8.
[[nodiscard]] quint32 ofEvdev(quint32 code);
/// Of a key's name in an XKB keymap, e.g. "AD01" for the Q of a US keyboard, whatever keycodes the X server uses.
[[nodiscard]] quint32 ofXkbName(QByteArrayView name);
/// Where a US keyboard has the key with this X11 keysym, for keys that nobody pressed.
[[nodiscard]] quint32 ofKeysym(quint32 keysym);

} // namespace ScanCodes

} // namespace portlight
