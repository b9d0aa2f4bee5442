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
    void mouseGoesToTheGuest();
    void wheelPressesAndReleases();
    void keysGoToTheGuestAndComeBackOnFocusLoss();
    void frozenTakesNoInput();
    void controlAltHomeGivesTheKeyboardBack();
    void tabStaysInside();

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

QTEST_MAIN(DesktopCanvasTest)
#include "DesktopCanvasTest.moc"
