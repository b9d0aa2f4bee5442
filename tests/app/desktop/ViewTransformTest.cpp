// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewTransform.h"

#include <QtTest>

using namespace portlight;

class ViewTransformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void originalIsOneDevicePixelPerGuestPixel();
    void originalScrolls();
    void mapsPoints_data();
    void mapsPoints();
    void everyGuestPixelIsReached();
    void integerTakesTheLargestThatFits();
    void remoteNeverEnlargesNorScrolls();
    void hardlyLargerIsNotEnlarged();
    void dirtyAreaCoversItsPixels();
    void nothingToShow();
};

void ViewTransformTest::fits_data()
{
    QTest::addColumn<QSize>("guest");
    QTest::addColumn<QSize>("viewport");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QRect>("target");
    QTest::newRow("same size") << QSize(1280, 800) << QSize(1280, 800) << 1.0 << QRect(0, 0, 1280, 800);
    QTest::newRow("half") << QSize(1280, 800) << QSize(640, 400) << 1.0 << QRect(0, 0, 640, 400);
    QTest::newRow("bars left and right") << QSize(1000, 1000) << QSize(1200, 500) << 1.0 << QRect(350, 0, 500, 500);
    QTest::newRow("bars above and below") << QSize(1600, 800) << QSize(800, 600) << 1.0 << QRect(0, 100, 800, 400);
    QTest::newRow("200 %") << QSize(1280, 800) << QSize(640, 400) << 2.0 << QRect(0, 0, 1280, 800);
    QTest::newRow("150 %") << QSize(1280, 800) << QSize(640, 400) << 1.5 << QRect(0, 0, 960, 600);
}

void ViewTransformTest::fits()
{
    QFETCH(QSize, guest);
    QFETCH(QSize, viewport);
    QFETCH(double, ratio);
    QFETCH(QRect, target);
    const ViewTransform transform(guest, {viewport, ratio, {}}, ScaleMode::Fit);
    QCOMPARE(transform.target(), target);
    QCOMPARE(transform.scrollRange(), QSize(0, 0));
}

void ViewTransformTest::originalIsOneDevicePixelPerGuestPixel()
{
    const ViewTransform transform({640, 480}, {{1000, 800}, 2.0, {}}, ScaleMode::Original);
    QCOMPARE(transform.scale(), 1.0);
    QVERIFY(!transform.needsSmoothing());
    QCOMPARE(transform.target(), QRect((2000 - 640) / 2, (1600 - 480) / 2, 640, 480));
}

void ViewTransformTest::originalScrolls()
{
    const ViewTransform start({1280, 800}, {{640, 800}, 1.0, {}}, ScaleMode::Original);
    QCOMPARE(start.scrollRange(), QSize(640, 0));
    QCOMPARE(start.toGuest({0, 0}), QPoint(0, 0));
    const ViewTransform end({1280, 800}, {{640, 800}, 1.0, {}}, ScaleMode::Original, {640, 0});
    QCOMPARE(end.toGuest({639, 0}), QPoint(1279, 0));
    const ViewTransform tooFar({1280, 800}, {{640, 800}, 1.0, {}}, ScaleMode::Original, {9999, 9999});
    QCOMPARE(tooFar.target(), end.target());
}

void ViewTransformTest::mapsPoints_data()
{
    QTest::addColumn<QPointF>("widget");
    QTest::addColumn<QPoint>("guest");
    QTest::addColumn<bool>("inside");
    QTest::newRow("upper left corner") << QPointF(100, 0) << QPoint(0, 0) << true;
    QTest::newRow("middle") << QPointF(300, 200) << QPoint(401, 401) << true;
    QTest::newRow("left of the picture") << QPointF(20, 200) << QPoint(0, 401) << false;
    QTest::newRow("below the picture") << QPointF(300, 900) << QPoint(401, 799) << false;
    QTest::newRow("far right") << QPointF(5000, 200) << QPoint(799, 401) << false;
}

void ViewTransformTest::mapsPoints()
{
    QFETCH(QPointF, widget);
    QFETCH(QPoint, guest);
    QFETCH(bool, inside);
    // 800x800 shown at half size, 100 pixels from the left.
    const ViewTransform transform({800, 800}, {{600, 400}, 1.0, {}}, ScaleMode::Fit);
    QCOMPARE(transform.toGuest(widget), guest);
    QCOMPARE(transform.contains(widget), inside);
}

void ViewTransformTest::everyGuestPixelIsReached()
{
    // Enlarged three times on a 200 % screen: each guest pixel has its own points.
    const ViewTransform transform({40, 30}, {{60, 45}, 2.0, {}}, ScaleMode::Fit);
    QSet<int> columns;
    for (double x = 0; x < 60; x += 0.5)
        columns.insert(transform.toGuest({x, 10}).x());
    QCOMPARE(columns.size(), 40);
    QCOMPARE(transform.toGuest({0, 0}), QPoint(0, 0));
    QCOMPARE(transform.toGuest({59.9, 44.9}), QPoint(39, 29));
}

void ViewTransformTest::integerTakesTheLargestThatFits()
{
    const ViewTransform twice({640, 480}, {{1000, 700}, 1.5, {}}, ScaleMode::Integer);
    QCOMPARE(twice.scale(), 2.0);
    QCOMPARE(twice.target(), QRect(110, 45, 1280, 960));
    QVERIFY(!twice.needsSmoothing());
    // Not even once: as it is, and it scrolls.
    const ViewTransform once({1280, 800}, {{640, 480}, 1, {}}, ScaleMode::Integer, {100, 50});
    QCOMPARE(once.scale(), 1.0);
    QCOMPARE(once.scroll(), QPoint(100, 50));
}

void ViewTransformTest::remoteNeverEnlargesNorScrolls()
{
    const ViewTransform smaller({640, 480}, {{1000, 700}, 1, {}}, ScaleMode::Remote);
    QCOMPARE(smaller.scale(), 1.0);
    const ViewTransform larger({2000, 1000}, {{1000, 700}, 1, {}}, ScaleMode::Remote);
    QCOMPARE(larger.scale(), 0.5);
    QCOMPARE(larger.scrollRange(), QSize(0, 0));
}

void ViewTransformTest::hardlyLargerIsNotEnlarged()
{
    QCOMPARE(ViewTransform({1280, 800}, {{1290, 806}, 1, {}}, ScaleMode::Fit).scale(), 1.0);
    QCOMPARE(ViewTransform({640, 400}, {{1290, 806}, 1, {}}, ScaleMode::Fit).scale(), 2.0);
    QVERIFY(ViewTransform({1280, 800}, {{1400, 875}, 1, {}}, ScaleMode::Fit).scale() > 1.09);
    QVERIFY(ViewTransform({1280, 800}, {{1279, 800}, 1, {}}, ScaleMode::Fit).scale() < 1);
}

void ViewTransformTest::dirtyAreaCoversItsPixels()
{
    const ViewTransform transform({1280, 800}, {{777, 555}, 1.25, {}}, ScaleMode::Fit);
    const QRect guest(333, 222, 17, 9);
    const QRect widget = transform.toWidget(guest);
    // Whatever point of the widget shows one of the changed pixels is repainted.
    for (double y = 0; y < 555; y += 1) {
        for (double x = 0; x < 777; x += 1) {
            if (guest.contains(transform.toGuest({x + 0.5, y + 0.5})))
                QVERIFY(QRectF(widget).contains(QPointF(x + 0.5, y + 0.5)));
        }
    }
    QVERIFY(widget.width() < 20 && widget.height() < 15);
}

void ViewTransformTest::nothingToShow()
{
    QVERIFY(!ViewTransform().isValid());
    QVERIFY(!ViewTransform({}, {{100, 100}, 1, {}}, ScaleMode::Fit).isValid());
    QVERIFY(!ViewTransform({100, 100}, {{}, 1, {}}, ScaleMode::Fit).isValid());
    QVERIFY(ViewTransform().toWidget({0, 0, 5, 5}).isEmpty());
    QCOMPARE(ViewTransform().toGuest({5, 5}), QPoint());
    QVERIFY(!ViewTransform().contains({0, 0}));
}

QTEST_GUILESS_MAIN(ViewTransformTest)
#include "ViewTransformTest.moc"
