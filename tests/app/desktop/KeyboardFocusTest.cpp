// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and the focus under a real window manager: nothing may stay pressed in the guest, and a grab takes the window
// manager's shortcuts.
#include "desktop/DesktopCanvas.h"

#include "support/OwnDisplay.h"
#include "support/TestTools.h"

#include <QApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds: others use the machine too
constexpr quint32 altKeysym = 0xffe9;
constexpr quint32 tabKeysym = 0xff09;

} // namespace

class KeyboardFocusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void letsGoWhenAnotherWindowComes();
    void letsGoOfAltWhenTheWindowManagerTakesTab();
    void grabTakesTheWindowManagersShortcuts();
    void controlAltHomeEndsTheGrabUntilAClick();

private:
    /// Keysyms that were pressed and not let go.
    [[nodiscard]] QList<quint32> down() const { return m_down; }
    [[nodiscard]] bool press(const QStringList &arguments) { return OwnDisplay::run(u"xdotool"_s, arguments); }

    QProcess m_windowManager;
    std::unique_ptr<DesktopCanvas> m_canvas;
    std::unique_ptr<QWidget> m_other;
    QList<quint32> m_down;
    QList<quint32> m_pressed;
};

void KeyboardFocusTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(OwnDisplay::missingPrograms() + notInstalled({u"openbox"_s}));
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
    m_windowManager.start(u"openbox"_s, {u"--sm-disable"_s});
    QVERIFY(m_windowManager.waitForStarted());
}

void KeyboardFocusTest::cleanupTestCase()
{
    m_windowManager.terminate();
    m_windowManager.waitForFinished(3000);
}

void KeyboardFocusTest::init()
{
    m_down.clear();
    m_pressed.clear();
    m_other = std::make_unique<QWidget>();
    m_other->setGeometry(700, 100, 300, 200);
    m_other->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_other.get(), patience));
    m_canvas = std::make_unique<DesktopCanvas>();
    m_canvas->setGeometry(100, 100, 400, 300);
    m_canvas->setFramebuffer(std::make_shared<SharedFramebuffer>());
    m_canvas->setGuestSize({400, 300});
    connect(m_canvas.get(), &DesktopCanvas::keyChanged, this, [this](quint32 keysym, quint32, bool isDown) {
        if (isDown && !m_down.contains(keysym))
            m_down.append(keysym);
        else if (!isDown)
            m_down.removeOne(keysym);
        if (isDown)
            m_pressed.append(keysym);
    });
    m_canvas->show();
    m_canvas->activateWindow();
    m_canvas->setFocus();
    // A window manager that has only just started knows no windows yet.
    QTRY_VERIFY_WITH_TIMEOUT((m_canvas->activateWindow(), m_canvas->isActiveWindow()), patience);
}

void KeyboardFocusTest::cleanup()
{
    (void)press({u"keyup"_s, u"64"_s, u"keyup"_s, u"23"_s, u"keyup"_s, u"37"_s, u"keyup"_s, u"38"_s});
    m_canvas.reset();
    m_other.reset();
}

void KeyboardFocusTest::letsGoWhenAnotherWindowComes()
{
    QVERIFY(press({u"keydown"_s, u"37"_s, u"keydown"_s, u"38"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(down().size(), 2, patience);
    m_other->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_other->isActiveWindow(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(down().isEmpty(), patience);
}

void KeyboardFocusTest::letsGoOfAltWhenTheWindowManagerTakesTab()
{
    // Openbox takes the keyboard with Alt+Tab and shows its list; the second Tab leads back to where the focus was.
    // Alt's release has gone to openbox.
    QVERIFY(press({u"keydown"_s, u"64"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(down(), QList<quint32>{altKeysym}, patience);
    QVERIFY(press({u"key"_s, u"23"_s, u"key"_s, u"23"_s, u"keyup"_s, u"64"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_canvas->isActiveWindow(), patience);
    // Until openbox has let go of the keyboard, keys are its own.
    QTRY_VERIFY_WITH_TIMEOUT(press({u"key"_s, u"38"_s}) && m_pressed.contains(0x61U), patience);
    QTRY_VERIFY_WITH_TIMEOUT(down().isEmpty(), patience);
    QVERIFY(!m_pressed.contains(tabKeysym));
    // And for good: to the other window.
    QVERIFY(press({u"keydown"_s, u"64"_s, u"key"_s, u"23"_s, u"keyup"_s, u"64"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->isActiveWindow(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(down().isEmpty(), patience);
}

void KeyboardFocusTest::grabTakesTheWindowManagersShortcuts()
{
    QSignalSpy changed(m_canvas.get(), &DesktopCanvas::grabChanged);
    m_canvas->setGrabWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_canvas->isGrabbed(), patience);
    QCOMPARE(changed.size(), 1);
    QVERIFY(press({u"keydown"_s, u"64"_s, u"key"_s, u"23"_s, u"keyup"_s, u"64"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_pressed.contains(tabKeysym), patience);
    QTRY_VERIFY_WITH_TIMEOUT(down().isEmpty(), patience);
    QVERIFY(m_canvas->isActiveWindow());
    QVERIFY(m_canvas->isGrabbed());
    // Another window ends it, ours brings it back.
    m_other->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_other->isActiveWindow(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->isGrabbed(), patience);
    m_canvas->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_canvas->isGrabbed(), patience);
    m_canvas->setGrabWanted(false);
    QVERIFY(!m_canvas->isGrabbed());
}

void KeyboardFocusTest::controlAltHomeEndsTheGrabUntilAClick()
{
    m_canvas->setGrabWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_canvas->isGrabbed(), patience);
    QSignalSpy released(m_canvas.get(), &DesktopCanvas::keyboardReleased);
    QVERIFY(press(
        {u"keydown"_s, u"37"_s, u"keydown"_s, u"64"_s, u"key"_s, u"110"_s, u"keyup"_s, u"64"_s, u"keyup"_s, u"37"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(released.size(), 1, patience);
    QVERIFY(!m_canvas->isGrabbed());
    QTRY_VERIFY_WITH_TIMEOUT(down().isEmpty(), patience);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {50, 50});
    QTRY_VERIFY_WITH_TIMEOUT(m_canvas->isGrabbed(), patience);
}

int main(int argc, char **argv)
{
    OwnDisplay display;
    display.start();
    QApplication application(argc, argv);
    KeyboardFocusTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "KeyboardFocusTest.moc"
