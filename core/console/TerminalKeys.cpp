// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalScreen.h"

#include <vterm.h>

#include <optional>

namespace portlight {

namespace {

VTermModifier modifiersOf(Qt::KeyboardModifiers modifiers)
{
    return VTermModifier((modifiers.testFlag(Qt::ShiftModifier) ? VTERM_MOD_SHIFT : 0) |
                         (modifiers.testFlag(Qt::AltModifier) ? VTERM_MOD_ALT : 0) |
                         (modifiers.testFlag(Qt::ControlModifier) ? VTERM_MOD_CTRL : 0));
}

std::optional<VTermKey> cursorKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return VTERM_KEY_UP;
    case Qt::Key_Down:
        return VTERM_KEY_DOWN;
    case Qt::Key_Left:
        return VTERM_KEY_LEFT;
    case Qt::Key_Right:
        return VTERM_KEY_RIGHT;
    case Qt::Key_Insert:
        return VTERM_KEY_INS;
    case Qt::Key_Delete:
        return VTERM_KEY_DEL;
    case Qt::Key_Home:
        return VTERM_KEY_HOME;
    case Qt::Key_End:
        return VTERM_KEY_END;
    case Qt::Key_PageUp:
        return VTERM_KEY_PAGEUP;
    case Qt::Key_PageDown:
        return VTERM_KEY_PAGEDOWN;
    default:
        break;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F24)
        return VTermKey(VTERM_KEY_FUNCTION_0 + key - Qt::Key_F1 + 1);
    return {};
}

/// The control character that Ctrl makes of a key, as on a VT220.
std::optional<char> controlCharacter(int key)
{
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return char(key - Qt::Key_A + 1);
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_At:
    case Qt::Key_2:
        return '\0';
    case Qt::Key_BracketLeft:
    case Qt::Key_3:
        return '\x1b';
    case Qt::Key_Backslash:
    case Qt::Key_4:
        return '\x1c';
    case Qt::Key_BracketRight:
    case Qt::Key_5:
        return '\x1d';
    case Qt::Key_AsciiCircum:
    case Qt::Key_6:
        return '\x1e';
    case Qt::Key_Underscore:
    case Qt::Key_Minus:
    case Qt::Key_Slash:
    case Qt::Key_7:
        return '\x1f';
    case Qt::Key_Question:
    case Qt::Key_8:
        return '\x7f';
    default:
        return {};
    }
}

} // namespace

QByteArray TerminalScreen::specialKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return "\r";
    case Qt::Key_Tab:
        return "\t";
    case Qt::Key_Backtab:
        return "\x1b[Z";
    case Qt::Key_Escape:
        return "\x1b";
    case Qt::Key_Backspace:
        return modifiers.testFlag(Qt::ControlModifier) ? "\b" : "\x7f";
    default:
        return {};
    }
}

QByteArray TerminalScreen::keyBytes(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const QByteArray meta = modifiers.testFlag(Qt::AltModifier) ? "\x1b" : "";
    if (const QByteArray special = specialKey(key, modifiers); !special.isEmpty())
        return meta + special;
    if (const auto cursor = cursorKey(key)) {
        QByteArray bytes;
        m_output = &bytes;
        vterm_keyboard_key(m_terminal, *cursor, modifiersOf(modifiers));
        m_output = &m_answers;
        return bytes;
    }
    if (modifiers.testFlag(Qt::ControlModifier)) {
        // The layout knows best, where it makes a control character by itself.
        const bool isControl = text.size() == 1 && (text[0].unicode() < 0x20 || text[0].unicode() == 0x7f);
        if (isControl)
            return meta + text.toLatin1();
        if (const auto control = controlCharacter(key))
            return meta + *control;
    }
    // What is left types what it types; AltGr is no modifier here.
    return text.isEmpty() ? QByteArray() : meta + text.toUtf8();
}

QByteArray TerminalScreen::pasteBytes(const QString &text)
{
    QString clean;
    clean.reserve(std::min(text.size(), MostPasteCharacters));
    for (qsizetype i = 0; i < text.size() && clean.size() < MostPasteCharacters; ++i) {
        const QChar character = text[i];
        if (character == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (character == u'\n' || character == u'\r' || character == QChar::LineSeparator ||
            character == QChar::ParagraphSeparator)
            clean += u'\r';
        else if (character == u'\t' || character.category() != QChar::Other_Control)
            clean += character;
    }
    QByteArray bytes;
    m_output = &bytes;
    vterm_keyboard_start_paste(m_terminal);
    bytes += clean.toUtf8();
    QByteArray end;
    m_output = &end;
    vterm_keyboard_end_paste(m_terminal);
    m_output = &m_answers;
    return bytes + end;
}

} // namespace portlight
