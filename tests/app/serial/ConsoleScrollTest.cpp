// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleScroll.h"

#include <QTest>

using namespace portlight;

class ConsoleScrollTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFarBeyond32BitsAreReachedExactly()
    {
        int asked = 0;
        ConsoleScroll scroll([&asked](qint64) { return ++asked, 1; });
        constexpr qint64 Rows = 9'000'000'000'123;
        scroll.setExtent(Rows, 40);
        scroll.setTop({Rows, 0});
        QCOMPARE(scroll.top().row, Rows - 40);
        QVERIFY(scroll.isAtEnd());
        scroll.setTop({Rows / 2 + 1, 0});
        QCOMPARE(scroll.top().row, Rows / 2 + 1);
        scroll.moveBy(-3);
        QCOMPARE(scroll.top().row, Rows / 2 - 2);
        QVERIFY2(asked < 500, "asks rows that are nowhere near the screen");
    }

    void longRowsScrollPartByPart()
    {
        ConsoleScroll scroll([](qint64 row) { return row == 1 ? 5 : 1; });
        scroll.setExtent(10, 4);
        scroll.moveBy(3);
        QCOMPARE(scroll.top(), (ConsoleScroll::Top{1, 2}));
        scroll.moveBy(3);
        QCOMPARE(scroll.top(), (ConsoleScroll::Top{2, 0}));
        scroll.moveBy(-1);
        QCOMPARE(scroll.top(), (ConsoleScroll::Top{1, 4}));
        QCOMPARE(scroll.topFor(2, 2), (ConsoleScroll::Top{1, 3}));
    }

    void nothingScrollsBehindTheEnd()
    {
        ConsoleScroll scroll([](qint64) { return 1; });
        scroll.setExtent(3, 10);
        QVERIFY(!scroll.moveBy(5));
        QCOMPARE(scroll.top(), ConsoleScroll::Top());
        scroll.setExtent(0, 10);
        QVERIFY(!scroll.moveBy(-5));
        QVERIFY(scroll.isAtEnd());
    }

    void aLogThatShrinksTakesTheTopAlong()
    {
        ConsoleScroll scroll([](qint64) { return 1; });
        scroll.setExtent(1000, 10);
        scroll.setTop(scroll.end());
        scroll.setExtent(20, 10);
        QCOMPARE(scroll.top().row, 10);
    }
};

QTEST_GUILESS_MAIN(ConsoleScrollTest)
#include "ConsoleScrollTest.moc"
