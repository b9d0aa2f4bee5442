// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyCombination.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyCombination)
};

constexpr quint32 control = 0xffe3;
constexpr quint32 alt = 0xffe9;
constexpr quint32 super = 0xffeb;
constexpr quint32 firstFunctionKey = 0xffbe;
constexpr quint32 lastFunctionKey = 0xffe0;
constexpr quint32 unicodeKeysyms = 0x01000000; // X11: such a keysym is a character's number plus this
constexpr quint32 lastUnicodeKeysym = 0x0110ffff;

QString specialName(quint32 keysym)
{
    switch (keysym) {
    case 0x0020:
        return Text::tr("Space");
    case 0xff08:
        return Text::tr("Backspace");
    case 0xff09:
        return Text::tr("Tab");
    case 0xff0d:
        return Text::tr("Enter");
    case 0xff13:
        return Text::tr("Pause");
    case 0xff14:
        return Text::tr("Scroll Lock");
    case 0xff1b:
        return Text::tr("Esc");
    case 0xff20:
        return Text::tr("Compose");
    case 0xff50:
        return Text::tr("Home");
    case 0xff51:
        return Text::tr("Left");
    case 0xff52:
        return Text::tr("Up");
    case 0xff53:
        return Text::tr("Right");
    case 0xff54:
        return Text::tr("Down");
    case 0xff55:
        return Text::tr("Page Up");
    case 0xff56:
        return Text::tr("Page Down");
    case 0xff57:
        return Text::tr("End");
    case 0xff61:
        return Text::tr("Print");
    case 0xff15:
        return Text::tr("SysRq");
    case 0xff63:
        return Text::tr("Ins");
    case 0xff67:
        return Text::tr("Menu");
    case 0xff7f:
        return Text::tr("Num Lock");
    case 0xffe1:
    case 0xffe2:
        return Text::tr("Shift");
    case 0xffe3:
    case 0xffe4:
        return Text::tr("Ctrl");
    case 0xffe5:
        return Text::tr("Caps Lock");
    case 0xffe7:
    case 0xffe8:
        return Text::tr("Meta");
    case 0xffe9:
    case 0xffea:
        return Text::tr("Alt");
    case 0xffeb:
    case 0xffec:
        return Text::tr("Super");
    case 0xfe03:
        return Text::tr("AltGr");
    case 0xffff:
        return Text::tr("Del");
    default:
        return {};
    }
}

QString keyName(quint32 keysym)
{
    QString special = specialName(keysym);
    if (!special.isEmpty())
        return special;
    if (keysym >= firstFunctionKey && keysym <= lastFunctionKey)
        return u"F%1"_s.arg(keysym - firstFunctionKey + 1);
    const bool latin = (keysym > 0x20 && keysym < 0x7f) || (keysym > 0xa0 && keysym <= 0xff);
    if (latin)
        return QString(QChar(keysym)).toUpper();
    if (keysym > unicodeKeysyms && keysym <= lastUnicodeKeysym)
        return QString::fromUcs4(std::initializer_list<char32_t>{keysym - unicodeKeysyms}.begin(), 1).toUpper();
    return u"0x%1"_s.arg(keysym, 0, 16);
}

} // namespace

QString KeyCombination::name() const
{
    QStringList names;
    for (const quint32 keysym : keysyms)
        names.append(keyName(keysym));
    return names.join(u'+');
}

QString KeyCombination::toText() const
{
    QStringList words;
    for (const quint32 keysym : keysyms)
        words.append(QString::number(keysym, 16));
    return words.join(u'+');
}

KeyCombination KeyCombination::fromText(const QString &text)
{
    const QStringList words = text.split(u'+');
    if (words.size() > mostKeys)
        return {};
    KeyCombination combination;
    for (const QString &word : words) {
        bool isNumber = false;
        const quint32 keysym = word.toUInt(&isNumber, 16);
        if (!isNumber || keysym == 0 || keysym > 0x1fffffff)
            return {};
        combination.keysyms.append(keysym);
    }
    return combination;
}

QList<KeyCombination> KeyCombination::usual()
{
    return {
        {{control, alt, 0xffff}},
        {{control, alt, 0xff08}},
        {{alt, 0xff09}},
        {{alt, 0xffc1}},
        {{control, 0xff1b}},
        {{super}},
        {{0xff61}},
        {{alt, 0xff61}},
    };
}

QList<KeyCombination> KeyCombination::consoles()
{
    QList<KeyCombination> combinations;
    for (quint32 key = 0; key < 12; ++key)
        combinations.append({{control, alt, firstFunctionKey + key}});
    return combinations;
}

} // namespace portlight
