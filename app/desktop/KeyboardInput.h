// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/NativeKeyboard.h"
#include "desktop/PressedKeys.h"

#include <QObject>

#include <optional>

namespace portlight {

/// The keyboard over the picture as messages to the guest. A key goes as its keysym, which is what a server with
/// another layout goes by (TigerVNC's Xvnc), and its place, which is what a server that passes keys on goes by (QEMU).
/// Dead keys and Compose are the guest's business, as everything it may want to know about. GUI thread.
class KeyboardInput : public QObject
{
    Q_OBJECT

public:
    explicit KeyboardInput(QObject *parent = nullptr);

    /// False when the key means nothing to a guest.
    bool press(const QKeyEvent &event);
    void release(const QKeyEvent &event);
    /// What the system says is held, from any event: nothing else may be held in the guest.
    void modifiersSeen(Qt::KeyboardModifiers held);
    void releaseAll();

    /// The keyboard goes to the guest from now on, or no more. Keeps the lock keys in step (as TigerVNC's viewer
    /// does): whoever begins to type brings the guest's locks to this machine's; while one types, what the guest does
    /// with its locks happens here too.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    /// What the guest's locks are now; before the first call nothing is done about them.
    void setGuestLocks(const rfb::LedState &state);
    /// Another connection: its guest has not told its locks yet.
    void forgetGuestLocks();

Q_SIGNALS:
    void keyChanged(quint32 keysym, quint32 scanCode, bool down);

private:
    void releaseKeys(const QList<KeyStroke> &keys);
    void bringGuestInStep();

    NativeKeyboard m_native;
    PressedKeys m_keys;
    std::optional<rfb::LedState> m_guestLocks;
    bool m_active = false;
};

} // namespace portlight
