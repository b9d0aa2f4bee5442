// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/GuestCursor.h"

#include <QPixmap>
#include <QtTest>

using namespace portlight;

class GuestCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidden();
    void exactAtItsOwnSize_data();
    void exactAtItsOwnSize();
    void enlargedInWholePixels();
    void neverTooSmallToBeFound();
    void dotIsSeenOnEveryBackground();

private:
    /// Every pixel another one.
    static QImage shape();
};

QImage GuestCursorTest::shape()
{
    QImage image(16, 24, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 16; ++x)
            image.setPixel(x, y, qRgb(x * 10, y * 10, 200));
    }
    return image;
}

void GuestCursorTest::hidden()
{
    QVERIFY(GuestCursor::isHidden({}));
    QImage clear(8, 8, QImage::Format_ARGB32_Premultiplied);
    clear.fill(Qt::transparent);
    QVERIFY(GuestCursor::isHidden(clear));
    clear.setPixel(7, 7, qRgba(0, 0, 0, 255));
    QVERIFY(!GuestCursor::isHidden(clear));
}

void GuestCursorTest::exactAtItsOwnSize_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 1.75, 2.0})
        QTest::addRow("%g", ratio) << ratio;
}

void GuestCursorTest::exactAtItsOwnSize()
{
    QFETCH(double, ratio);
    for (int spot = 0; spot < 16; ++spot) {
        const QCursor cursor = GuestCursor::make(shape(), {spot, spot}, 1, ratio);
        const QImage drawn = cursor.pixmap().toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(cursor.pixmap().devicePixelRatio(), ratio);
        // The guest's hotspot lies on the pixel that the window system takes for it, whatever rim that needs.
        const QPoint taken(qRound(cursor.hotSpot().x() * ratio), qRound(cursor.hotSpot().y() * ratio));
        QCOMPARE(drawn.pixel(taken), shape().pixel(spot, spot));
        const QPoint rim = taken - QPoint(spot, spot);
        QVERIFY(rim.x() >= 0 && rim.x() <= 2 && rim.y() >= 0 && rim.y() <= 2);
        QImage inner = drawn.copy(QRect(rim, shape().size()));
        inner.setDevicePixelRatio(1);
        QCOMPARE(inner, shape());
    }
}

void GuestCursorTest::enlargedInWholePixels()
{
    const QCursor cursor = GuestCursor::make(shape(), {3, 5}, 2, 1);
    const QImage drawn = cursor.pixmap().toImage();
    QCOMPARE(drawn.size(), QSize(32, 48));
    QCOMPARE(cursor.hotSpot(), QPoint(7, 11));
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 32; ++x)
            QCOMPARE(drawn.pixel(x, y), shape().pixel(x / 2, y / 2));
    }
}

void GuestCursorTest::neverTooSmallToBeFound()
{
    QCOMPARE(GuestCursor::make(shape(), {0, 0}, 0.1, 1).pixmap().size(), QSize(12, 18));
    QVERIFY(!GuestCursor::make(QImage(1, 1, QImage::Format_ARGB32), {0, 0}, 0.1, 1).pixmap().isNull());
}

void GuestCursorTest::dotIsSeenOnEveryBackground()
{
    const QImage dot = GuestCursor::dot(1).pixmap().toImage();
    QCOMPARE(dot.size(), QSize(5, 5));
    QCOMPARE(dot.pixelColor(2, 2), QColor(Qt::black));
    QCOMPARE(dot.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(GuestCursor::dot(1).hotSpot(), QPoint(2, 2));
}

QTEST_MAIN(GuestCursorTest)
#include "GuestCursorTest.moc"
