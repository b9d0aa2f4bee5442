// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PressedKeys.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr KeyStroke letterA{0x61, 0x1e};
constexpr KeyStroke capitalA{0x41, 0x1e};
constexpr KeyStroke shift{0xffe1, 0x2a};
constexpr KeyStroke control{0xffe3, 0x1d};
constexpr KeyStroke alt{0xffe9, 0x38};
constexpr KeyStroke altGr{0xfe03, 0xb8};

/// A key at a place of the keyboard, as X11 counts them.
QKeyEvent pressed(quint32 place, bool isRepeat = false)
{
    return {QEvent::KeyPress, Qt::Key_unknown, {}, place, 0, 0, {}, isRepeat};
}

QKeyEvent released(quint32 place, bool isRepeat = false)
{
    return {QEvent::KeyRelease, Qt::Key_unknown, {}, place, 0, 0, {}, isRepeat};
}

} // namespace

class PressedKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void releaseSendsWhatThePressSent();
    void autoRepeatKeepsTheKeyDown();
    void releaseAllLeavesNothingDown();
    void keysWithoutMeaningSendNothing();
    void modifiersWhoseReleaseWasMissed();
    void shiftTurnsAltIntoMeta();
};

void PressedKeysTest::releaseSendsWhatThePressSent()
{
    PressedKeys keys;
    QCOMPARE(keys.press(pressed(38), capitalA), capitalA);
    // Shift was let go between press and release: by now the key would be another one.
    QCOMPARE(keys.release(released(38)), capitalA);
    QCOMPARE(keys.release(released(38)), KeyStroke());
}

void PressedKeysTest::autoRepeatKeepsTheKeyDown()
{
    PressedKeys keys;
    QCOMPARE(keys.press(pressed(38), letterA), letterA);
    QCOMPARE(keys.release(released(38, true)), KeyStroke());
    QCOMPARE(keys.press(pressed(38, true), capitalA), letterA);
    QCOMPARE(keys.releaseAll(), QList<KeyStroke>{letterA});
}

void PressedKeysTest::releaseAllLeavesNothingDown()
{
    PressedKeys keys;
    QCOMPARE(keys.press(pressed(37), control), control);
    QCOMPARE(keys.press(pressed(64), alt), alt);
    QCOMPARE(keys.releaseAll(), (QList<KeyStroke>{alt, control}));
    QVERIFY(keys.isEmpty());
    QVERIFY(keys.releaseAll().isEmpty());
    QCOMPARE(keys.release(released(64)), KeyStroke());
}

void PressedKeysTest::keysWithoutMeaningSendNothing()
{
    PressedKeys keys;
    QCOMPARE(keys.press(pressed(38), {0, 0x1e}), KeyStroke());
    QVERIFY(keys.isEmpty());
}

void PressedKeysTest::modifiersWhoseReleaseWasMissed()
{
    PressedKeys keys;
    QCOMPARE(keys.press(pressed(64), alt), alt);
    QCOMPARE(keys.press(pressed(50), shift), shift);
    QCOMPARE(keys.press(pressed(108), altGr), altGr);
    QCOMPARE(keys.press(pressed(38), letterA), letterA);
    QVERIFY(keys.releaseMissed(Qt::AltModifier | Qt::ShiftModifier).isEmpty());
    // The window manager took Alt's release. AltGr and letters cannot be told from here.
    QCOMPARE(keys.releaseMissed(Qt::ShiftModifier), QList<KeyStroke>{alt});
    // The event of Shift's own press does not have it in its modifiers yet.
    const QKeyEvent own = pressed(50);
    QVERIFY(keys.releaseMissed({}, &own).isEmpty());
    QCOMPARE(keys.releaseMissed({}), QList<KeyStroke>{shift});
    QCOMPARE(keys.releaseAll(), (QList<KeyStroke>{letterA, altGr}));
}

void PressedKeysTest::shiftTurnsAltIntoMeta()
{
    PressedKeys keys;
    const KeyStroke meta{0xffe7, 0x38};
    QCOMPARE(keys.press(pressed(64), meta), meta);
    QVERIFY(keys.releaseMissed(Qt::AltModifier).isEmpty());
    QCOMPARE(keys.releaseMissed({}), QList<KeyStroke>{meta});
}

QTEST_GUILESS_MAIN(PressedKeysTest)
#include "PressedKeysTest.moc"
