// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PressedKeys.h"

#include <algorithm>

namespace portlight {

namespace {

/// Which modifier a key stands for; none for keys that are not modifiers, or ones Qt cannot tell from others (AltGr).
/// Meta_L and Meta_R are what Alt is called while Shift is held.
Qt::KeyboardModifiers modifierOf(quint32 keysym)
{
    switch (keysym) {
    case 0xffe1: // Shift_L
    case 0xffe2:
        return Qt::ShiftModifier;
    case 0xffe3: // Control_L
    case 0xffe4:
        return Qt::ControlModifier;
    case 0xffe7: // Meta_L
    case 0xffe8:
    case 0xffe9: // Alt_L
    case 0xffea:
        return Qt::AltModifier | Qt::MetaModifier;
    case 0xffeb: // Super_L
    case 0xffec:
        return Qt::MetaModifier;
    default:
        return Qt::NoModifier;
    }
}

} // namespace

quint64 PressedKeys::identity(const QKeyEvent &event)
{
    // The place on the keyboard, or the key where the platform does not tell the place.
    return event.nativeScanCode() != 0 ? event.nativeScanCode() : (quint64(1) << 32) + quint64(event.key());
}

KeyStroke PressedKeys::press(const QKeyEvent &event, KeyStroke key)
{
    if (key.keysym == 0)
        return {};
    const quint64 id = identity(event);
    const auto known = std::find_if(m_down.begin(), m_down.end(), [id](const auto &down) { return down.first == id; });
    if (known != m_down.end())
        return known->second;
    m_down.append({id, key});
    return key;
}

KeyStroke PressedKeys::release(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return {};
    const quint64 id = identity(event);
    const auto known = std::find_if(m_down.begin(), m_down.end(), [id](const auto &down) { return down.first == id; });
    if (known == m_down.end())
        return {};
    const KeyStroke key = known->second;
    m_down.erase(known);
    return key;
}

QList<KeyStroke> PressedKeys::releaseMissed(Qt::KeyboardModifiers held, const QKeyEvent *exceptFor)
{
    QList<KeyStroke> missed;
    for (qsizetype i = m_down.size() - 1; i >= 0; --i) {
        const auto &[id, key] = m_down.at(i);
        const Qt::KeyboardModifiers modifier = modifierOf(key.keysym);
        const bool isOwn = exceptFor != nullptr && identity(*exceptFor) == id;
        if (modifier == Qt::NoModifier || (held & modifier) != Qt::NoModifier || isOwn)
            continue;
        missed.append(key);
        m_down.removeAt(i);
    }
    return missed;
}

QList<KeyStroke> PressedKeys::releaseAll()
{
    QList<KeyStroke> keys;
    for (const auto &[id, key] : m_down)
        keys.prepend(key);
    m_down.clear();
    return keys;
}

} // namespace portlight
