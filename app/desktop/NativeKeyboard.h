// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientObserver.h"

#include <QHash>
#include <QKeyEvent>

#include <optional>

namespace portlight {

/// What Qt does not tell about the keyboard: scan codes whatever keycodes the X server uses, and the lock keys. X11
/// through Qt's own connection; on other platforms it knows less. GUI thread.
class NativeKeyboard
{
public:
    /// The key's XT scan code, see ScanCodes; 0 when unknown.
    [[nodiscard]] quint32 scanCode(const QKeyEvent &event);
    /// Caps Lock, Num Lock and Scroll Lock of this machine; a lock that its keymap does not have is as in `otherwise`.
    /// Empty where the platform does not tell (all but X11).
    [[nodiscard]] std::optional<rfb::LedState> lockState(const rfb::LedState &otherwise) const;
    /// Switches this machine's locks, as the guest has them. Without effect where the platform cannot.
    void setLockState(const rfb::LedState &state);

private:
    void readKeyNames();

    QHash<quint32, quint32> m_scanCodes; ///< By X keycode.
    bool m_namesRead = false;
};

} // namespace portlight
