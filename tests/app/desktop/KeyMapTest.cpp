// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyMap.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class KeyMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysym_data();
    void keysym();
    void thePlatformKnowsBetter_data();
    void thePlatformKnowsBetter();
};

void KeyMapTest::keysym_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("expected");
    const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers, const QString &text,
                        quint32 expected) {
        QTest::newRow(name) << key << modifiers << text << expected;
    };
    const Qt::KeyboardModifiers none = Qt::NoModifier;
    const Qt::KeyboardModifiers altGr = Qt::GroupSwitchModifier;
    row("us a", Qt::Key_A, none, u"a"_s, 0x61);
    row("us A", Qt::Key_A, Qt::ShiftModifier, u"A"_s, 0x41);
    row("us @", Qt::Key_At, Qt::ShiftModifier, u"@"_s, 0x40);
    row("us ~", Qt::Key_AsciiTilde, Qt::ShiftModifier, u"~"_s, 0x7e);
    row("space", Qt::Key_Space, none, u" "_s, 0x20);
    row("ctrl c", Qt::Key_C, Qt::ControlModifier, QString(QChar(3)), 0x63);
    row("ctrl shift t", Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier, QString(QChar(20)), 0x54);
    row("alt f", Qt::Key_F, Qt::AltModifier, u"f"_s, 0x66);
    row("ctrl [", Qt::Key_BracketLeft, Qt::ControlModifier, QString(QChar(27)), 0x5b);
    row("de z where us has y", Qt::Key_Z, none, u"z"_s, 0x7a);
    row("de ü", Qt::Key_Udiaeresis, none, u"ü"_s, 0xfc);
    row("de ß", Qt::Key_ssharp, none, u"ß"_s, 0xdf);
    row("de AltGr q", Qt::Key_At, altGr, u"@"_s, 0x40);
    row("de AltGr e", Qt::Key_E, altGr, u"€"_s, 0x20ac);
    row("de AltGr 7", Qt::Key_BraceLeft, altGr, u"{"_s, 0x7b);
    row("de dead circumflex", Qt::Key_Dead_Circumflex, none, {}, 0xfe52);
    row("fr é", Qt::Key_Eacute, none, u"é"_s, 0xe9);
    row("fr digit needs shift", Qt::Key_1, Qt::ShiftModifier, u"1"_s, 0x31);
    row("fr AltGr 0", Qt::Key_At, altGr, u"@"_s, 0x40);
    row("fr œ", Qt::Key_unknown, none, u"œ"_s, 0x13bd);
    row("fr dead diaeresis", Qt::Key_Dead_Diaeresis, Qt::ShiftModifier, {}, 0xfe57);
    row("es ñ", Qt::Key_Ntilde, none, u"ñ"_s, 0xf1);
    row("es ¿", Qt::Key_questiondown, Qt::ShiftModifier, u"¿"_s, 0xbf);
    row("es AltGr 1", Qt::Key_Bar, altGr, u"|"_s, 0x7c);
    row("es dead acute", Qt::Key_Dead_Acute, none, {}, 0xfe51);
    row("se å", Qt::Key_Aring, none, u"å"_s, 0xe5);
    row("se AltGr +", Qt::Key_Backslash, altGr, u"\\"_s, 0x5c);
    row("se AltGr ¨", Qt::Key_AsciiTilde, altGr, u"~"_s, 0x7e);
    row("pl ł", Qt::Key_unknown, altGr, u"ł"_s, 0x01b3);
    row("cyrillic", Qt::Key_unknown, none, u"ж"_s, 0x01000436);
    row("emoji", Qt::Key_unknown, none, QString::fromUcs4(U"\U0001F600"), 0x0101F600);
    row("return", Qt::Key_Return, none, u"\r"_s, 0xff0d);
    row("pad enter", Qt::Key_Enter, Qt::KeypadModifier, u"\r"_s, 0xff8d);
    row("pad 7", Qt::Key_7, Qt::KeypadModifier, u"7"_s, 0xffb7);
    row("pad home", Qt::Key_Home, Qt::KeypadModifier, {}, 0xff95);
    row("pad plus", Qt::Key_Plus, Qt::KeypadModifier, u"+"_s, 0xffab);
    row("tab", Qt::Key_Tab, none, u"\t"_s, 0xff09);
    row("shift tab", Qt::Key_Backtab, Qt::ShiftModifier, {}, 0xff09);
    row("escape", Qt::Key_Escape, none, QString(QChar(27)), 0xff1b);
    row("backspace", Qt::Key_Backspace, none, QString(QChar(8)), 0xff08);
    row("delete", Qt::Key_Delete, none, QString(QChar(127)), 0xffff);
    row("F1", Qt::Key_F1, none, {}, 0xffbe);
    row("F12", Qt::Key_F12, none, {}, 0xffc9);
    row("left", Qt::Key_Left, none, {}, 0xff51);
    row("page down", Qt::Key_PageDown, none, {}, 0xff56);
    row("shift", Qt::Key_Shift, Qt::ShiftModifier, {}, 0xffe1);
    row("control", Qt::Key_Control, Qt::ControlModifier, {}, 0xffe3);
    row("alt", Qt::Key_Alt, Qt::AltModifier, {}, 0xffe9);
    row("AltGr", Qt::Key_AltGr, altGr, {}, 0xfe03);
    row("super", Qt::Key_Super_L, none, {}, 0xffeb);
}

void KeyMapTest::keysym()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, text);
    QFETCH(quint32, expected);
    QCOMPARE(KeyMap::keysym(QKeyEvent(QEvent::KeyPress, key, modifiers, text)), expected);
}

/// X11 and Wayland tell the keysym: Qt's own key and text lose some of it.
void KeyMapTest::thePlatformKnowsBetter_data()
{
    QTest::addColumn<quint32>("native");
    QTest::addColumn<quint32>("expected");
    QTest::newRow("Control_R, not Control_L") << 0xffe4U << 0xffe4U;
    QTest::newRow("ISO_Level3_Shift") << 0xfe03U << 0xfe03U;
    QTest::newRow("dead_acute") << 0xfe51U << 0xfe51U;
    QTest::newRow("KP_Decimal") << 0xffaeU << 0xffaeU;
    QTest::newRow("Cyrillic_zhe, the name X11 has for it") << 0x06d6U << 0x06d6U;
    QTest::newRow("ISO_Left_Tab is Tab") << 0xfe20U << 0xff09U;
    QTest::newRow("Hyper_L is Super_L") << 0xffedU << 0xffebU;
    QTest::newRow("Hyper_R is Super_R") << 0xffeeU << 0xffecU;
}

void KeyMapTest::thePlatformKnowsBetter()
{
    QFETCH(quint32, native);
    QFETCH(quint32, expected);
    QCOMPARE(KeyMap::keysym(QKeyEvent(QEvent::KeyPress, Qt::Key_unknown, {}, 24, native, 0, u"x"_s)), expected);
}

QTEST_GUILESS_MAIN(KeyMapTest)
#include "KeyMapTest.moc"
