// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyMap.h"

#include <QHash>

namespace portlight {

namespace {

const QHash<int, quint32> &specialKeys()
{
    static const QHash<int, quint32> keys{
        {Qt::Key_Backspace, 0xff08},
        {Qt::Key_Tab, 0xff09},
        {Qt::Key_Backtab, 0xff09},
        {Qt::Key_Clear, 0xff0b},
        {Qt::Key_Return, 0xff0d},
        {Qt::Key_Enter, 0xff8d},
        {Qt::Key_Pause, 0xff13},
        {Qt::Key_ScrollLock, 0xff14},
        {Qt::Key_SysReq, 0xff15},
        {Qt::Key_Escape, 0xff1b},
        {Qt::Key_Multi_key, 0xff20},
        {Qt::Key_Home, 0xff50},
        {Qt::Key_Left, 0xff51},
        {Qt::Key_Up, 0xff52},
        {Qt::Key_Right, 0xff53},
        {Qt::Key_Down, 0xff54},
        {Qt::Key_PageUp, 0xff55},
        {Qt::Key_PageDown, 0xff56},
        {Qt::Key_End, 0xff57},
        {Qt::Key_Select, 0xff60},
        {Qt::Key_Print, 0xff61},
        {Qt::Key_Execute, 0xff62},
        {Qt::Key_Insert, 0xff63},
        {Qt::Key_Undo, 0xff65},
        {Qt::Key_Redo, 0xff66},
        {Qt::Key_Menu, 0xff67},
        {Qt::Key_Find, 0xff68},
        {Qt::Key_Cancel, 0xff69},
        {Qt::Key_Help, 0xff6a},
        {Qt::Key_Mode_switch, 0xff7e},
        {Qt::Key_NumLock, 0xff7f},
        {Qt::Key_Shift, 0xffe1},
        {Qt::Key_Control, 0xffe3},
        {Qt::Key_CapsLock, 0xffe5},
        {Qt::Key_Meta, 0xffe7},
        {Qt::Key_Alt, 0xffe9},
        {Qt::Key_Super_L, 0xffeb},
        {Qt::Key_Super_R, 0xffec},
        {Qt::Key_Hyper_L, 0xffed},
        {Qt::Key_Hyper_R, 0xffee},
        {Qt::Key_AltGr, 0xfe03},
        {Qt::Key_Delete, 0xffff},
        {Qt::Key_Dead_Grave, 0xfe50},
        {Qt::Key_Dead_Acute, 0xfe51},
        {Qt::Key_Dead_Circumflex, 0xfe52},
        {Qt::Key_Dead_Tilde, 0xfe53},
        {Qt::Key_Dead_Macron, 0xfe54},
        {Qt::Key_Dead_Breve, 0xfe55},
        {Qt::Key_Dead_Abovedot, 0xfe56},
        {Qt::Key_Dead_Diaeresis, 0xfe57},
        {Qt::Key_Dead_Abovering, 0xfe58},
        {Qt::Key_Dead_Doubleacute, 0xfe59},
        {Qt::Key_Dead_Caron, 0xfe5a},
        {Qt::Key_Dead_Cedilla, 0xfe5b},
        {Qt::Key_Dead_Ogonek, 0xfe5c},
        {Qt::Key_Dead_Stroke, 0xfe63},
        {Qt::Key_Dead_Belowdot, 0xfe60},
        {Qt::Key_VolumeDown, 0x1008ff11},
        {Qt::Key_VolumeMute, 0x1008ff12},
        {Qt::Key_VolumeUp, 0x1008ff13},
        {Qt::Key_Back, 0x1008ff26},
        {Qt::Key_Forward, 0x1008ff27},
        {Qt::Key_Refresh, 0x1008ff29},
    };
    return keys;
}

/// Where X11 has several names for what RFB means by one.
quint32 usualKeysym(quint32 keysym)
{
    switch (keysym) {
    case 0xfe20: // ISO_Left_Tab: Shift+Tab
        return 0xff09;
    case 0xffed: // Hyper_L and Hyper_R: the Windows keys of some keymaps
        return 0xffeb;
    case 0xffee:
        return 0xffec;
    default:
        return keysym;
    }
}

/// The number pad's keys have keysyms of their own.
quint32 padKeysym(int key)
{
    switch (key) {
    case Qt::Key_Enter:
        return 0xff8d;
    case Qt::Key_Home:
        return 0xff95;
    case Qt::Key_Left:
        return 0xff96;
    case Qt::Key_Up:
        return 0xff97;
    case Qt::Key_Right:
        return 0xff98;
    case Qt::Key_Down:
        return 0xff99;
    case Qt::Key_PageUp:
        return 0xff9a;
    case Qt::Key_PageDown:
        return 0xff9b;
    case Qt::Key_End:
        return 0xff9c;
    case Qt::Key_Clear:
        return 0xff9d;
    case Qt::Key_Insert:
        return 0xff9e;
    case Qt::Key_Delete:
        return 0xff9f;
    case Qt::Key_Asterisk:
        return 0xffaa;
    case Qt::Key_Plus:
        return 0xffab;
    case Qt::Key_Comma:
        return 0xffac;
    case Qt::Key_Minus:
        return 0xffad;
    case Qt::Key_Period:
        return 0xffae;
    case Qt::Key_Slash:
        return 0xffaf;
    default:
        break;
    }
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return 0xffb0 + quint32(key - Qt::Key_0);
    return 0;
}

char32_t onlyCharacter(const QString &text)
{
    const auto characters = text.toUcs4();
    if (characters.size() != 1)
        return 0;
    const char32_t character = characters.first();
    const bool control = character < 0x20 || (character >= 0x7f && character < 0xa0);
    return control ? 0 : character;
}

/// What the key is called when its text says nothing: Ctrl+C comes with the text 0x03.
quint32 fromKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        const bool upper = event.modifiers().testFlag(Qt::ShiftModifier);
        return quint32(upper ? key : key - Qt::Key_A + 'a');
    }
    if ((key >= 0x20 && key < 0x7f) || (key >= 0xa0 && key <= 0xff))
        return quint32(key);
    return 0;
}

} // namespace

quint32 KeyMap::keysymOf(char32_t character)
{
    static const QHash<char32_t, quint32> older{
        {U'\u20ac', 0x20ac}, {U'\u0152', 0x13bc}, {U'\u0153', 0x13bd}, {U'\u0178', 0x13be}, {U'\u0160', 0x01a9},
        {U'\u0161', 0x01b9}, {U'\u017d', 0x01ae}, {U'\u017e', 0x01be}, {U'\u0141', 0x01a3}, {U'\u0142', 0x01b3},
        {U'\u2013', 0x0aaa}, {U'\u2014', 0x0aa9}, {U'\u2018', 0x0ad0}, {U'\u2019', 0x0ad1}, {U'\u201c', 0x0ad2},
        {U'\u201d', 0x0ad3}, {U'\u201a', 0x0afd}, {U'\u201e', 0x0afe}, {U'\u2026', 0x0aae}, {U'\u2122', 0x0ac9},
    };
    if ((character >= 0x20 && character < 0x7f) || (character >= 0xa0 && character <= 0xff))
        return quint32(character);
    const auto found = older.constFind(character);
    return found != older.constEnd() ? *found : 0x01000000U + quint32(character);
}

quint32 KeyMap::keysym(const QKeyEvent &event)
{
#ifdef Q_OS_LINUX
    if (event.nativeVirtualKey() != 0)
        return usualKeysym(event.nativeVirtualKey());
#endif
    const int key = event.key();
    if (event.modifiers().testFlag(Qt::KeypadModifier)) {
        if (const quint32 pad = padKeysym(key))
            return pad;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return 0xffbe + quint32(key - Qt::Key_F1);
    const auto special = specialKeys().constFind(key);
    if (special != specialKeys().constEnd())
        return *special;
    if (const char32_t character = onlyCharacter(event.text()))
        return keysymOf(character);
    return fromKey(event);
}

} // namespace portlight
