// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/CellText.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class CellTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsItsOwnGrid()
    {
        const CellText text(u"[  OK  ] Größe"_s);
        QVERIFY(text.isSimple());
        QCOMPARE(text.cells(), 14);
        QCOMPARE(text.cellOf(9), 9);
        QCOMPARE(text.unitAt(9), 9);
        QCOMPARE(text.unitAt(99), 14);
        QCOMPARE(CellText().cells(), 0);
    }

    void bulletsAndArrowsTakeOneCell() { QVERIFY(CellText(u"● novnc.service … → ×"_s).isSimple()); }

    void wideCharactersTakeTwoCells()
    {
        const CellText text(u"a漢字b"_s);
        QVERIFY(!text.isSimple());
        QCOMPARE(text.cells(), 6);
        QCOMPARE(text.cellOf(1), 1);
        QCOMPARE(text.cellOf(2), 3);
        QCOMPARE(text.cellOf(3), 5);
        QCOMPARE(text.unitAt(1), 1);
        QCOMPARE(text.unitAt(2), 1); // The other half of the same character.
        QCOMPARE(text.unitAt(3), 2);
        QCOMPARE(text.unitAt(6), 4);
    }

    void marksBelongToTheCharacterBeforeThem()
    {
        const CellText text(u"e\u0301x"_s);
        QCOMPARE(text.cells(), 2);
        QCOMPARE(text.next(0), 2);
        QCOMPARE(text.cellOf(1), 0);
        QCOMPARE(text.unitAt(1), 2);
    }

    void aMarkAtTheBeginningHasACellOfItsOwn()
    {
        const CellText text(u"\u0301x"_s);
        QCOMPARE(text.cells(), 2);
        QCOMPARE(text.cellOf(1), 1);
    }

    void surrogatePairsAreNotTakenApart()
    {
        const QString boy = u"\U0001F466"_s;
        const CellText text(boy + u"x"_s);
        QCOMPARE(text.cells(), 3);
        QCOMPARE(text.next(0), 2);
        QCOMPARE(text.unitAt(1), 0);
        QCOMPARE(CellText(boy.left(1)).cells(), 1); // Half of one, as a hostile guest may send.
    }

    void joinedEmojiAreOne()
    {
        const CellText text(u"\U0001F468\u200D\U0001F469x"_s);
        QCOMPARE(text.next(0), 5);
        QCOMPARE(text.cells(), 3);
    }

    void everyCellLeadsToACharacterAndBack()
    {
        const CellText text(u"x漢e\u0301\U0001F466 שלום नमस्ते\u200b!"_s);
        for (int cell = 0; cell < text.cells(); ++cell) {
            const int unit = text.unitAt(cell);
            QVERIFY(text.cellOf(unit) <= cell);
            QVERIFY(text.cellOf(text.next(unit)) > cell);
        }
    }
};

QTEST_GUILESS_MAIN(CellTextTest)
#include "CellTextTest.moc"
