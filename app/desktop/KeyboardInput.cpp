// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyboardInput.h"

#include "desktop/ScanCodes.h"

#include <utility>

namespace portlight {

KeyboardInput::KeyboardInput(QObject *parent)
    : QObject(parent)
{
}

bool KeyboardInput::press(const QKeyEvent &event)
{
    releaseKeys(m_keys.releaseMissed(event.modifiers(), &event));
    const KeyStroke key = m_keys.press(event, {KeyMap::keysym(event), m_native.scanCode(event)});
    if (key.keysym == 0)
        return false;
    Q_EMIT keyChanged(key.keysym, key.scanCode, true);
    return true;
}

void KeyboardInput::release(const QKeyEvent &event)
{
    const KeyStroke key = m_keys.release(event);
    if (key.keysym != 0)
        Q_EMIT keyChanged(key.keysym, key.scanCode, false);
}

void KeyboardInput::modifiersSeen(Qt::KeyboardModifiers held)
{
    if (!m_keys.isEmpty())
        releaseKeys(m_keys.releaseMissed(held));
}

void KeyboardInput::releaseAll()
{
    releaseKeys(m_keys.releaseAll());
}

void KeyboardInput::releaseKeys(const QList<KeyStroke> &keys)
{
    for (const KeyStroke &key : keys)
        Q_EMIT keyChanged(key.keysym, key.scanCode, false);
}

void KeyboardInput::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        bringGuestInStep();
    else
        releaseAll();
}

void KeyboardInput::setGuestLocks(const rfb::LedState &state)
{
    const bool isFirst = !m_guestLocks.has_value();
    m_guestLocks = state;
    if (!m_active)
        return;
    // The first one only says that the guest tells its locks; ours are the ones the user sees on the keyboard.
    if (isFirst)
        bringGuestInStep();
    else
        m_native.setLockState(state);
}

void KeyboardInput::forgetGuestLocks()
{
    m_guestLocks.reset();
}

void KeyboardInput::bringGuestInStep()
{
    if (!m_guestLocks)
        return;
    const std::optional<rfb::LedState> here = m_native.lockState(*m_guestLocks);
    if (!here)
        return;
    const auto tap = [this](quint32 keysym) {
        Q_EMIT keyChanged(keysym, ScanCodes::ofKeysym(keysym), true);
        Q_EMIT keyChanged(keysym, ScanCodes::ofKeysym(keysym), false);
    };
    // Counted as done at once: the guest's answer takes a while, and a second tap would undo the first.
    const rfb::LedState before = *std::exchange(m_guestLocks, here);
    if (here->capsLock != before.capsLock)
        tap(0xffe5);
    if (here->numLock != before.numLock)
        tap(0xff7f);
    if (here->scrollLock != before.scrollLock)
        tap(0xff14);
}

} // namespace portlight
