// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ScanCodes.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class ScanCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void namesAndNumbersAgree();
    void keysymsOfAUsKeyboard_data();
    void keysymsOfAUsKeyboard();
    void unknownOnes();
};

void ScanCodesTest::places_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<quint32>("evdev");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char *name, quint32 evdev, quint32 code) {
        QTest::newRow(name) << QByteArray(name) << evdev << code;
    };
    row("ESC", 1, 0x01);
    row("AE01", 2, 0x02);
    row("AD01", 16, 0x10);
    row("RTRN", 28, 0x1c);
    row("LCTL", 29, 0x1d);
    row("TLDE", 41, 0x29);
    row("BKSL", 43, 0x2b);
    row("AB10", 53, 0x35);
    row("SPCE", 57, 0x39);
    row("FK10", 68, 0x44);
    row("KPDL", 83, 0x53);
    row("LSGT", 86, 0x56);
    row("FK11", 87, 0x57);
    row("FK12", 88, 0x58);
    row("KPEN", 96, 0x9c);
    row("RCTL", 97, 0x9d);
    row("KPDV", 98, 0xb5);
    row("PRSC", 99, 0x54);
    row("RALT", 100, 0xb8);
    row("HOME", 102, 0xc7);
    row("UP", 103, 0xc8);
    row("DELE", 111, 0xd3);
    row("PAUS", 119, 0xc6);
    row("LWIN", 125, 0xdb);
    row("COMP", 127, 0xdd);
    row("FK13", 183, 0x5d);
    row("FK24", 194, 0x6f);
}

void ScanCodesTest::places()
{
    QFETCH(QByteArray, name);
    QFETCH(quint32, evdev);
    QFETCH(quint32, code);
    QCOMPARE(ScanCodes::ofXkbName(name), code);
    QCOMPARE(ScanCodes::ofEvdev(evdev), code);
}

/// The two tables are one: X's own file says which name has which number.
void ScanCodesTest::namesAndNumbersAgree()
{
    QFile file(u"/usr/share/X11/xkb/keycodes/evdev"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        QVERIFY(!qEnvironmentVariableIsSet("CI"));
        QSKIP("xkb-data is not installed.");
    }
    static const QRegularExpression line(u"^\\s*<(\\S+)>\\s*=\\s*(\\d+);"_s, QRegularExpression::MultilineOption);
    const QString text = QString::fromLatin1(file.readAll());
    int known = 0;
    for (auto match = line.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch key = match.next();
        const quint32 byName = ScanCodes::ofXkbName(key.captured(1).toLatin1());
        if (byName == 0)
            continue;
        ++known;
        QCOMPARE(byName, ScanCodes::ofEvdev(key.captured(2).toUInt() - 8));
    }
    QVERIFY(known > 130);
}

void ScanCodesTest::keysymsOfAUsKeyboard_data()
{
    QTest::addColumn<quint32>("keysym");
    QTest::addColumn<quint32>("code");
    QTest::newRow("a") << 0x61U << 0x1eU;
    QTest::newRow("A") << 0x41U << 0x1eU;
    QTest::newRow("1") << 0x31U << 0x02U;
    QTest::newRow("!") << 0x21U << 0x02U;
    QTest::newRow("=") << 0x3dU << 0x0dU;
    QTest::newRow("]") << 0x5dU << 0x1bU;
    QTest::newRow("`") << 0x60U << 0x29U;
    QTest::newRow("backslash") << 0x5cU << 0x2bU;
    QTest::newRow("?") << 0x3fU << 0x35U;
    QTest::newRow("space") << 0x20U << 0x39U;
    QTest::newRow("F1") << 0xffbeU << 0x3bU;
    QTest::newRow("F10") << 0xffc7U << 0x44U;
    QTest::newRow("F11") << 0xffc8U << 0x57U;
    QTest::newRow("F12") << 0xffc9U << 0x58U;
    QTest::newRow("Delete") << 0xffffU << 0xd3U;
    QTest::newRow("Print") << 0xff61U << 0x54U;
    QTest::newRow("Super_L") << 0xffebU << 0xdbU;
    QTest::newRow("AltGr") << 0xfe03U << 0xb8U;
}

void ScanCodesTest::keysymsOfAUsKeyboard()
{
    QFETCH(quint32, keysym);
    QFETCH(quint32, code);
    QCOMPARE(ScanCodes::ofKeysym(keysym), code);
}

void ScanCodesTest::unknownOnes()
{
    QCOMPARE(ScanCodes::ofEvdev(0), 0U);
    QCOMPARE(ScanCodes::ofEvdev(84), 0U);
    QCOMPARE(ScanCodes::ofEvdev(0xffffffff), 0U);
    QCOMPARE(ScanCodes::ofXkbName(""), 0U);
    QCOMPARE(ScanCodes::ofXkbName("NOPE"), 0U);
    QCOMPARE(ScanCodes::ofKeysym(0), 0U);
    QCOMPARE(ScanCodes::ofKeysym(0xe9), 0U);
    QCOMPARE(ScanCodes::ofKeysym(0x010020ac), 0U);
}

QTEST_GUILESS_MAIN(ScanCodesTest)
#include "ScanCodesTest.moc"
