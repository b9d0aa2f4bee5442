// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyMenu.h"

#include "desktop/AddCombinationDialog.h"
#include "desktop/KeyRecorder.h"
#include "settings/Settings.h"

#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 control = 0xffe3;
constexpr quint32 alt = 0xffe9;
constexpr quint32 del = 0xffff;

} // namespace

class KeyMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void names();
    void damagedTextsAreNone_data();
    void damagedTextsAreNone();
    void pressesInOrderAndReleasesInReverse();
    void everyUsualOneHasAScanCode();
    void heldModifiersStay();
    void ownOnesAreRemembered();
    void recordsWhatIsPressed();

private:
    [[nodiscard]] QAction *action(const QString &text) const;
    /// "+ffe3 -ffe3"
    [[nodiscard]] static QString sent(const QSignalSpy &spy);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMenu> m_menu;
    KeyMenu *m_keys = nullptr;
};

void KeyMenuTest::init()
{
    m_menu.reset();
    m_settings.reset(); // writes what it still has
    QFile::remove(m_folder.filePath(u"portlight.ini"_s));
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"portlight.ini"_s));
    m_menu = std::make_unique<QMenu>();
    m_keys = new KeyMenu(m_menu.get(), *m_settings);
}

QAction *KeyMenuTest::action(const QString &text) const
{
    for (QAction *action : m_menu->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

QString KeyMenuTest::sent(const QSignalSpy &spy)
{
    QStringList words;
    for (const QList<QVariant> &key : spy)
        words.append((key[2].toBool() ? u"+"_s : u"-"_s) + QString::number(key[0].toUInt(), 16));
    return words.join(u' ');
}

void KeyMenuTest::names()
{
    QCOMPARE((KeyCombination{{control, alt, del}}.name()), u"Ctrl+Alt+Del"_s);
    QCOMPARE((KeyCombination{{control, alt, 0xffc9}}.name()), u"Ctrl+Alt+F12"_s);
    QCOMPARE((KeyCombination{{control, 0x61}}.name()), u"Ctrl+A"_s);
    QCOMPARE((KeyCombination{{0xfe03, 0xe9}}.name()), u"AltGr+É"_s);
    QCOMPARE((KeyCombination{{0x01000436}}.name()), u"Ж"_s);
    QCOMPARE((KeyCombination{{0x1008ff11}}.name()), u"0x1008ff11"_s);
    const KeyCombination combination{{control, alt, del}};
    QCOMPARE(combination.toText(), u"ffe3+ffe9+ffff"_s);
    QCOMPARE(KeyCombination::fromText(combination.toText()), combination);
}

void KeyMenuTest::damagedTextsAreNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"Ctrl+Alt"_s;
    QTest::newRow("nothing between") << u"ffe3++ffff"_s;
    QTest::newRow("zero") << u"0"_s;
    QTest::newRow("too large") << u"ffffffff"_s;
    QTest::newRow("too many") << u"1+2+3+4+5+6+7"_s;
}

void KeyMenuTest::damagedTextsAreNone()
{
    QFETCH(QString, text);
    QVERIFY(KeyCombination::fromText(text).keysyms.isEmpty());
    m_settings->setKeyCombinations({text, u"ffe3+61"_s, u"ffe3+61"_s});
    QCOMPARE(m_keys->own(), QList<KeyCombination>{KeyCombination({{control, 0x61}})});
}

void KeyMenuTest::pressesInOrderAndReleasesInReverse()
{
    QSignalSpy keys(m_keys, &KeyMenu::keyChanged);
    QSignalSpy used(m_keys, &KeyMenu::used);
    QVERIFY(action(u"Ctrl+Alt+Del"_s));
    action(u"Ctrl+Alt+Del"_s)->trigger();
    QCOMPARE(sent(keys), u"+ffe3 +ffe9 +ffff -ffff -ffe9 -ffe3"_s);
    QCOMPARE(keys[2][1].toUInt(), 0xd3U);
    QCOMPARE(used.size(), 1);
    for (int key = 1; key <= 12; ++key)
        QVERIFY(action(u"Ctrl+Alt+F%1"_s.arg(key)));
    for (const QString &name : {u"Ctrl+Alt+Backspace"_s, u"Alt+Tab"_s, u"Ctrl+Esc"_s, u"Super"_s, u"Print"_s})
        QVERIFY2(action(name), qPrintable(name));
}

void KeyMenuTest::everyUsualOneHasAScanCode()
{
    QSignalSpy keys(m_keys, &KeyMenu::keyChanged);
    for (const KeyCombination &combination : KeyCombination::usual() + KeyCombination::consoles())
        m_keys->send(combination);
    for (const QList<QVariant> &key : keys)
        QVERIFY2(key[1].toUInt() != 0, qPrintable(QString::number(key[0].toUInt(), 16)));
}

void KeyMenuTest::heldModifiersStay()
{
    QSignalSpy keys(m_keys, &KeyMenu::keyChanged);
    QSignalSpy held(m_keys, &KeyMenu::heldChanged);
    action(u"Hold Ctrl"_s)->trigger();
    QCOMPARE(held.last()[0].toString(), u"Ctrl"_s);
    m_keys->send({{control, alt, del}});
    QCOMPARE(sent(keys), u"+ffe3 +ffe9 +ffff -ffff -ffe9"_s);
    QVERIFY(m_keys->isHolding());
    // Its check survives the menu being filled anew.
    m_keys->add({{control, 0x61}});
    QVERIFY(action(u"Hold Ctrl"_s)->isChecked());
    action(u"Hold Ctrl"_s)->trigger();
    QCOMPARE(sent(keys), u"+ffe3 +ffe9 +ffff -ffff -ffe9 -ffe3"_s);
    QVERIFY(!m_keys->isHolding());

    keys.clear();
    action(u"Hold Alt"_s)->trigger();
    action(u"Hold Super (the Windows key)"_s)->trigger();
    m_keys->releaseHeld();
    QCOMPARE(sent(keys), u"+ffe9 +ffeb -ffeb -ffe9"_s);
    QVERIFY(!action(u"Hold Alt"_s)->isChecked());
    QVERIFY(held.last()[0].toString().isEmpty());
}

void KeyMenuTest::ownOnesAreRemembered()
{
    const KeyCombination combination{{control, 0xffe1, 0xff1b}};
    QVERIFY(!action(u"Ctrl+Shift+Esc"_s));
    m_keys->add(combination);
    m_keys->add(combination);
    m_keys->add({});
    QCOMPARE(m_keys->own(), QList<KeyCombination>{combination});
    QVERIFY(action(u"Ctrl+Shift+Esc"_s));
    QMenu other;
    QCOMPARE(KeyMenu(&other, *m_settings).own(), QList<KeyCombination>{combination});
    m_keys->remove(combination);
    QVERIFY(m_settings->keyCombinations().isEmpty());
    QTRY_VERIFY(!action(u"Ctrl+Shift+Esc"_s));
}

void KeyMenuTest::recordsWhatIsPressed()
{
    AddCombinationDialog dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto key = [&dialog](QEvent::Type type, int which) {
        QKeyEvent event(type, which, Qt::NoModifier);
        QCoreApplication::sendEvent(dialog.recorder(), &event);
    };
    key(QEvent::KeyPress, Qt::Key_A);
    key(QEvent::KeyRelease, Qt::Key_A);
    // A new one begins when nothing is held any more; Escape, Tab and Enter are keys like others.
    key(QEvent::KeyPress, Qt::Key_Control);
    key(QEvent::KeyPress, Qt::Key_Escape);
    key(QEvent::KeyRelease, Qt::Key_Escape);
    key(QEvent::KeyPress, Qt::Key_Tab);
    key(QEvent::KeyRelease, Qt::Key_Tab);
    key(QEvent::KeyRelease, Qt::Key_Control);
    QCOMPARE(dialog.combination(), (KeyCombination{{control, 0xff1b, 0xff09}}));
    QVERIFY(dialog.isVisible());
}

QTEST_MAIN(KeyMenuTest)
#include "KeyMenuTest.moc"
