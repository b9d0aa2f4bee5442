// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PointerInput.h"

#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int up = 1 << 3;
constexpr int down = 1 << 4;
constexpr int left = 1 << 5;
constexpr int right = 1 << 6;

} // namespace

class PointerInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyButtonHasItsBit();
    void movesWaitForEachOther();
    void buttonsDoNotWait();
    void aMissedReleaseIsMadeUpFor();
    void heldButtonsAreLetGoOnce();
    void wheelNotches();
    void touchPadPixels_data();
    void touchPadPixels();
    void wildWheelsAreTamed();
    void scrollsBetweenPresses();

private:
    static QPoint positionOf(const QList<QVariant> &arguments) { return arguments[0].toPoint(); }
    static int maskOf(const QList<QVariant> &arguments) { return arguments[1].toInt(); }
};

void PointerInputTest::everyButtonHasItsBit()
{
    QCOMPARE(PointerButtons::mask({}), 0);
    QCOMPARE(PointerButtons::mask(Qt::LeftButton), 0x001);
    QCOMPARE(PointerButtons::mask(Qt::MiddleButton), 0x002);
    QCOMPARE(PointerButtons::mask(Qt::RightButton), 0x004);
    QCOMPARE(PointerButtons::mask(Qt::BackButton), 0x080);
    QCOMPARE(PointerButtons::mask(Qt::ForwardButton), 0x100);
    QCOMPARE(PointerButtons::mask(Qt::LeftButton | Qt::ForwardButton | Qt::TaskButton), 0x101);
}

void PointerInputTest::movesWaitForEachOther()
{
    PointerInput input;
    QSignalSpy spy(&input, &PointerInput::pointerChanged);
    for (int x = 1; x <= 50; ++x)
        input.moved({x, 1}, {});
    // The first at once, the last after a moment, those between not at all.
    QCOMPARE(spy.size(), 1);
    QCOMPARE(positionOf(spy[0]), QPoint(1, 1));
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(positionOf(spy[1]), QPoint(50, 1));
    input.moved({50, 1}, {});
    QTest::qWait(40); // nothing is what is to come
    QCOMPARE(spy.size(), 2);
}

void PointerInputTest::buttonsDoNotWait()
{
    PointerInput input;
    QSignalSpy spy(&input, &PointerInput::pointerChanged);
    input.moved({1, 1}, {});
    input.moved({2, 2}, {});
    input.buttonsChanged({3, 3}, Qt::LeftButton);
    input.buttonsChanged({3, 3}, {});
    // The move that waited comes before the press, and nothing after the release.
    QCOMPARE(spy.size(), 4);
    QCOMPARE(positionOf(spy[1]), QPoint(2, 2));
    QCOMPARE(maskOf(spy[1]), 0);
    QCOMPARE(positionOf(spy[2]), QPoint(3, 3));
    QCOMPARE(maskOf(spy[2]), 1);
    QCOMPARE(maskOf(spy[3]), 0);
}

void PointerInputTest::aMissedReleaseIsMadeUpFor()
{
    PointerInput input;
    QSignalSpy spy(&input, &PointerInput::pointerChanged);
    input.buttonsChanged({3, 3}, Qt::LeftButton);
    input.moved({4, 4}, {});
    QCOMPARE(spy.size(), 2);
    QCOMPARE(maskOf(spy[1]), 0);
}

void PointerInputTest::heldButtonsAreLetGoOnce()
{
    PointerInput input;
    QSignalSpy spy(&input, &PointerInput::pointerChanged);
    input.buttonsChanged({3, 3}, Qt::LeftButton);
    input.releaseAll();
    QCOMPARE(spy.size(), 2);
    QCOMPARE(positionOf(spy[1]), QPoint(3, 3));
    QCOMPARE(maskOf(spy[1]), 0);
    input.releaseAll();
    QCOMPARE(spy.size(), 2);
    // The finger is still on the button: no new press out of that.
    input.buttonsChanged({5, 5}, Qt::LeftButton | Qt::RightButton);
    QCOMPARE(maskOf(spy.last()), 4);
    input.buttonsChanged({5, 5}, {});
    input.buttonsChanged({5, 5}, Qt::LeftButton);
    QCOMPARE(maskOf(spy.last()), 1);
}

void PointerInputTest::wheelNotches()
{
    WheelClicks wheel;
    QCOMPARE(wheel.add({}, {0, 120}), QList<int>{up});
    QCOMPARE(wheel.add({}, {0, -240}), (QList<int>{down, down}));
    QCOMPARE(wheel.add({}, {120, 0}), QList<int>{left});
    QCOMPARE(wheel.add({}, {-120, 0}), QList<int>{right});
    // A fine wheel: eight parts are a notch, and what is left counts.
    for (int part = 1; part <= 24; ++part)
        QCOMPARE(wheel.add({}, {0, 15}).size(), part % 8 == 0 ? 1 : 0);
}

void PointerInputTest::touchPadPixels_data()
{
    QTest::addColumn<QList<int>>("pixels");
    QTest::addColumn<QList<int>>("clicks");
    QTest::newRow("half a step") << QList<int>{25} << QList<int>{};
    QTest::newRow("a step in parts") << QList<int>{20, 20, 10} << QList<int>{up};
    QTest::newRow("no remainder is lost") << QList<int>{30, 30, 30, 30, 30} << QList<int>{up, up, up};
    QTest::newRow("a turn begins anew") << QList<int>{40, -20, -30} << QList<int>{down};
    QTest::newRow("a fling") << QList<int>{-160} << QList<int>{down, down, down};
}

void PointerInputTest::touchPadPixels()
{
    QFETCH(QList<int>, pixels);
    QFETCH(QList<int>, clicks);
    WheelClicks wheel;
    QList<int> got;
    // The angle that comes with the pixels is another word for the same.
    for (const int y : pixels)
        got += wheel.add({0, y}, {0, y * 8});
    QCOMPARE(got, clicks);
    wheel.reset();
    QVERIFY(wheel.add({0, 49}, {}).isEmpty());
}

void PointerInputTest::wildWheelsAreTamed()
{
    WheelClicks wheel;
    QCOMPARE(wheel.add({}, {0, 2'000'000'000}).size(), 16);
    QCOMPARE(wheel.add({-2'000'000'000, 2'000'000'000}, {}).size(), 32);
}

void PointerInputTest::scrollsBetweenPresses()
{
    PointerInput input;
    QSignalSpy spy(&input, &PointerInput::pointerChanged);
    input.buttonsChanged({3, 3}, Qt::LeftButton);
    input.scrolled({3, 3}, Qt::LeftButton, {}, {0, -120});
    QCOMPARE(spy.size(), 3);
    QCOMPARE(maskOf(spy[1]), 1 | down);
    QCOMPARE(maskOf(spy[2]), 1);
}

QTEST_GUILESS_MAIN(PointerInputTest)
#include "PointerInputTest.moc"
