// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopCanvas.h"

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace portlight;

class DesktopCanvasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsASnapshotPixelForPixel();
    void edgesOfAFullScreenAreBlack();
    void mouseGoesToTheGuest();
    void wheelPressesAndReleases();
    void keysGoToTheGuestAndComeBackOnFocusLoss();
    void frozenTakesNoInput();
    void controlAltHomeGivesTheKeyboardBack();
    void tabStaysInside();
    void cursorIsTheGuestsOwn();
    void asksForASizeAfterARest();
    void asksOnlyWhereItMakesSense();
    void edgesScrollALargePicture();
    void buttonsAreLetGoWithTheFocus();

private:
    /// QTest::keyPress would press the modifiers too.
    static void press(DesktopCanvas &canvas, int key, Qt::KeyboardModifiers modifiers)
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    static SharedFramebufferPointer emptyFramebuffer() { return std::make_shared<SharedFramebuffer>(); }
};

void DesktopCanvasTest::paintsASnapshotPixelForPixel()
{
    DesktopCanvas canvas;
    canvas.resize(64, 48);
    QImage picture(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 64; ++x)
            picture.setPixelColor(x, y, QColor(x * 4, y * 5, (x * y) % 256));
    }
    canvas.setSnapshot(picture);
    const QImage seen = canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QCOMPARE(seen.size(), picture.size());
    QCOMPARE(seen, picture);
}

void DesktopCanvasTest::edgesOfAFullScreenAreBlack()
{
    DesktopCanvas canvas;
    canvas.resize(200, 100);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({50, 50});
    const auto corner = [&canvas] {
        return canvas.grab().toImage().pixelColor(2, 2);
    };
    const QColor usual = corner();
    QVERIFY(usual != QColor(Qt::black));
    canvas.setWindowState(Qt::WindowFullScreen);
    QCOMPARE(corner(), QColor(Qt::black));
    canvas.setFrozen(true);
    QCOMPARE(corner(), usual);
}

void DesktopCanvasTest::mouseGoesToTheGuest()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({800, 600});
    QSignalSpy pointer(&canvas, &DesktopCanvas::pointerChanged);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 50});
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {110, 50});
    QCOMPARE(pointer.size(), 2);
    QCOMPARE(pointer[0][0].toPoint(), QPoint(200, 100));
    QCOMPARE(pointer[0][1].toInt(), 1);
    QCOMPARE(pointer[1][0].toPoint(), QPoint(220, 100));
    QCOMPARE(pointer[1][1].toInt(), 0);
}

void DesktopCanvasTest::wheelPressesAndReleases()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QSignalSpy pointer(&canvas, &DesktopCanvas::pointerChanged);
    QWheelEvent wheel({10, 10}, {10, 10}, {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &wheel);
    QCOMPARE(pointer.size(), 2);
    QCOMPARE(pointer[0][1].toInt(), 16);
    QCOMPARE(pointer[1][1].toInt(), 0);
}

void DesktopCanvasTest::keysGoToTheGuestAndComeBackOnFocusLoss()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QSignalSpy keys(&canvas, &DesktopCanvas::keyChanged);
    press(canvas, Qt::Key_Control, Qt::ControlModifier);
    press(canvas, Qt::Key_C, Qt::ControlModifier);
    QFocusEvent lost(QEvent::FocusOut);
    QCoreApplication::sendEvent(&canvas, &lost);
    QCOMPARE(keys.size(), 4);
    QCOMPARE(keys[1][0].toUInt(), 0x63U);
    QCOMPARE(keys[1][2].toBool(), true);
    QCOMPARE(keys[2][0].toUInt(), 0x63U);
    QCOMPARE(keys[2][2].toBool(), false);
    QCOMPARE(keys[3][0].toUInt(), 0xffe3U);
    QCOMPARE(keys[3][2].toBool(), false);
}

void DesktopCanvasTest::frozenTakesNoInput()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    canvas.setFrozen(true);
    QSignalSpy keys(&canvas, &DesktopCanvas::keyChanged);
    QSignalSpy pointer(&canvas, &DesktopCanvas::pointerChanged);
    QTest::keyClick(&canvas, Qt::Key_A);
    QTest::mouseClick(&canvas, Qt::LeftButton);
    QCOMPARE(keys.size(), 0);
    QCOMPARE(pointer.size(), 0);
}

void DesktopCanvasTest::controlAltHomeGivesTheKeyboardBack()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QSignalSpy released(&canvas, &DesktopCanvas::keyboardReleased);
    QSignalSpy keys(&canvas, &DesktopCanvas::keyChanged);
    press(canvas, Qt::Key_Alt, Qt::AltModifier);
    press(canvas, Qt::Key_Home, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(released.size(), 1);
    // Alt was pressed in the guest and is let go there again.
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys[1][2].toBool(), false);
}

void DesktopCanvasTest::tabStaysInside()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QSignalSpy keys(&canvas, &DesktopCanvas::keyChanged);
    QTest::keyPress(&canvas, Qt::Key_Tab);
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys[0][0].toUInt(), 0xff09U);
}

void DesktopCanvasTest::cursorIsTheGuestsOwn()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QCOMPARE(canvas.cursor().shape(), Qt::ArrowCursor);
    QImage shape(8, 8, QImage::Format_ARGB32_Premultiplied);
    shape.fill(Qt::red);
    canvas.setGuestCursor(shape, {2, 3});
    QCOMPARE(canvas.cursor().shape(), Qt::BitmapCursor);
    QCOMPARE(canvas.cursor().hotSpot(), QPoint(2, 3));
    // The guest hides it: so do we, or a dot is left.
    canvas.setGuestCursor({}, {});
    QCOMPARE(canvas.cursor().shape(), Qt::BlankCursor);
    canvas.setDotShown(true);
    QCOMPARE(canvas.cursor().shape(), Qt::BitmapCursor);
    // Who only looks on has the plain arrow.
    canvas.setGuestCursor(shape, {2, 3});
    canvas.setInputEnabled(false);
    QCOMPARE(canvas.cursor().shape(), Qt::ArrowCursor);
    canvas.setInputEnabled(true);
    QCOMPARE(canvas.cursor().shape(), Qt::BitmapCursor);
    canvas.setFramebuffer(nullptr);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QCOMPARE(canvas.cursor().shape(), Qt::ArrowCursor);
}

void DesktopCanvasTest::asksForASizeAfterARest()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({640, 480});
    canvas.setScaleMode(ScaleMode::Remote);
    QSignalSpy wanted(&canvas, &DesktopCanvas::guestSizeWanted);
    QElapsedTimer rest;
    canvas.setResizePossible(true);
    for (int width = 401; width < 420; ++width) {
        canvas.resize(width, 310);
        rest.start();
    }
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(rest.elapsed() >= 450);
    QCOMPARE(wanted[0][0].toSize(), QSize(419, 310));
    // The guest took another size than was asked for: no quarrel about it.
    canvas.setGuestSize({416, 310});
    QTest::qWait(600);
    QCOMPARE(wanted.size(), 1);
    canvas.resize(500, 310);
    QTRY_COMPARE(wanted.size(), 2);
    canvas.setGuestSize({500, 310});
    QCOMPARE(canvas.transform().scale(), 1.0);
}

void DesktopCanvasTest::asksOnlyWhereItMakesSense()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({200, 150});
    canvas.setScaleMode(ScaleMode::Remote);
    QSignalSpy wanted(&canvas, &DesktopCanvas::guestSizeWanted);
    // The guest cannot: like Fit, also larger than it is.
    canvas.resize(600, 450);
    QCOMPARE(canvas.transform().scale(), 3.0);
    canvas.setInputEnabled(false); // looking on changes nothing in the guest
    canvas.setResizePossible(true);
    QTest::qWait(600);
    QCOMPARE(wanted.size(), 0);
    canvas.setInputEnabled(true);
    canvas.setGuestSize({600, 450}); // it has the size already
    QTest::qWait(600);
    QCOMPARE(wanted.size(), 0);
}

void DesktopCanvasTest::edgesScrollALargePicture()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setScaleMode(ScaleMode::Original);
    canvas.setGuestSize({900, 300});
    QSignalSpy pointer(&canvas, &DesktopCanvas::pointerChanged);
    const auto move = [&canvas](QPointF where) {
        QMouseEvent event(QEvent::MouseMove, where, canvas.mapToGlobal(where), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(&canvas, &event);
    };
    // In the middle nothing moves: the pointer is exactly where it is.
    move({200, 150});
    QTest::qWait(60);
    QCOMPARE(pointer.last()[0].toPoint(), QPoint(200, 150));
    move({398, 150});
    QTRY_COMPARE(canvas.transform().scroll(), QPoint(500, 0));
    QTRY_COMPARE(pointer.last()[0].toPoint(), QPoint(898, 150));
    move({1, 150});
    QTRY_COMPARE(canvas.transform().scroll(), QPoint(0, 0));
    QTRY_COMPARE(pointer.last()[0].toPoint(), QPoint(1, 150));
}

void DesktopCanvasTest::buttonsAreLetGoWithTheFocus()
{
    DesktopCanvas canvas;
    canvas.resize(400, 300);
    canvas.setFramebuffer(emptyFramebuffer());
    canvas.setGuestSize({400, 300});
    QSignalSpy pointer(&canvas, &DesktopCanvas::pointerChanged);
    QTest::mousePress(&canvas, Qt::BackButton, {}, {100, 50});
    QCOMPARE(pointer.last()[1].toInt(), 0x80);
    QFocusEvent lost(QEvent::FocusOut);
    QCoreApplication::sendEvent(&canvas, &lost);
    QCOMPARE(pointer.last()[1].toInt(), 0);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 50});
    canvas.setFrozen(true);
    QCOMPARE(pointer.last()[1].toInt(), 0);
}

QTEST_MAIN(DesktopCanvasTest)
#include "DesktopCanvasTest.moc"
