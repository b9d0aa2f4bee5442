// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ClipboardBridge.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class ClipboardBridgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesToTheGuestWhileItHasTheKeyboard();
    void waitsForTheKeyboard();
    void neverInACircle();
    void eachDirectionHasASwitch();
    void nothingWhileClosed();
    void onlyTextAndNotTooMuch();
    void guestIsHeardOnlyInAnActiveWindow();

private:
    static void copy(const QString &text) { QGuiApplication::clipboard()->setText(text); }
    static QString here() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<QWidget> m_window;
    QWidget *m_canvas = nullptr;
    QLineEdit *m_elsewhere = nullptr;
    std::unique_ptr<ClipboardBridge> m_bridge;
    std::unique_ptr<QSignalSpy> m_offered;
    std::unique_ptr<QSignalSpy> m_refused;
};

void ClipboardBridgeTest::init()
{
    QGuiApplication::clipboard()->clear();
    m_window = std::make_unique<QWidget>();
    m_canvas = new QWidget(m_window.get());
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    m_elsewhere = new QLineEdit(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_canvas);
    layout->addWidget(m_elsewhere);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_canvas->setFocus();
    QTRY_VERIFY(m_canvas->hasFocus());
    m_bridge = std::make_unique<ClipboardBridge>(m_canvas);
    m_offered = std::make_unique<QSignalSpy>(m_bridge.get(), &ClipboardBridge::offered);
    m_refused = std::make_unique<QSignalSpy>(m_bridge.get(), &ClipboardBridge::refused);
    m_bridge->setOpen(true);
}

void ClipboardBridgeTest::cleanup()
{
    m_offered.reset();
    m_refused.reset();
    m_bridge.reset();
    m_window.reset();
}

void ClipboardBridgeTest::goesToTheGuestWhileItHasTheKeyboard()
{
    copy(u"first\r\nsecond äöü 😀"_s);
    QTRY_COMPARE(m_offered->size(), 1);
    QCOMPARE(m_offered->first().first().toString(), u"first\nsecond äöü 😀"_s);
    copy(u"another"_s);
    QTRY_COMPARE(m_offered->size(), 2);
}

void ClipboardBridgeTest::waitsForTheKeyboard()
{
    m_elsewhere->setFocus();
    copy(u"copied elsewhere"_s);
    QCoreApplication::processEvents();
    QVERIFY(m_offered->isEmpty());
    m_canvas->setFocus();
    QTRY_COMPARE(m_offered->size(), 1);
    // Coming back without anything new offers nothing again.
    m_elsewhere->setFocus();
    m_canvas->setFocus();
    QCoreApplication::processEvents();
    QCOMPARE(m_offered->size(), 1);
    // A new connection knows nothing of it.
    m_bridge->forget();
    m_elsewhere->setFocus();
    m_canvas->setFocus();
    QTRY_COMPARE(m_offered->size(), 2);
}

void ClipboardBridgeTest::neverInACircle()
{
    m_bridge->take(u"from the guest"_s);
    QCOMPARE(here(), u"from the guest"_s);
    QCoreApplication::processEvents();
    QVERIFY(m_offered->isEmpty());
    copy(u"from here"_s);
    QTRY_COMPARE(m_offered->size(), 1);
    // The guest tells us what it was given.
    QSignalSpy changes(QGuiApplication::clipboard(), &QClipboard::dataChanged);
    m_bridge->take(u"from here"_s);
    QCoreApplication::processEvents();
    QVERIFY(changes.isEmpty());
    QCOMPARE(m_offered->size(), 1);
}

void ClipboardBridgeTest::eachDirectionHasASwitch()
{
    m_bridge->setDirections(false, true);
    m_bridge->take(u"from the guest"_s);
    QVERIFY(here().isEmpty());
    copy(u"from here"_s);
    QTRY_COMPARE(m_offered->size(), 1);
    m_bridge->setDirections(true, false);
    copy(u"not for the guest"_s);
    QCoreApplication::processEvents();
    QCOMPARE(m_offered->size(), 1);
    m_bridge->take(u"from the guest"_s);
    QCOMPARE(here(), u"from the guest"_s);
}

void ClipboardBridgeTest::nothingWhileClosed()
{
    m_bridge->setOpen(false);
    copy(u"while nobody is connected"_s);
    QCoreApplication::processEvents();
    QVERIFY(m_offered->isEmpty());
    m_bridge->setOpen(true);
    QTRY_COMPARE(m_offered->size(), 1);
}

void ClipboardBridgeTest::onlyTextAndNotTooMuch()
{
    QGuiApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
    QCoreApplication::processEvents();
    QVERIFY(m_offered->isEmpty());
    QVERIFY(m_refused->isEmpty());
    // Two bytes each in UTF-8.
    copy(QString(ClipboardBridge::mostBytes / 2 + 1, QChar(0xe4)));
    QTRY_COMPARE(m_refused->size(), 1);
    QVERIFY(m_offered->isEmpty());
    QVERIFY(m_bridge->textToType().isEmpty());
    QCOMPARE(m_refused->size(), 2);
    copy(QString(ClipboardBridge::mostBytes / 2, QChar(0xe4)));
    QTRY_COMPARE(m_offered->size(), 1);
    m_bridge->take(QString(ClipboardBridge::mostBytes + 1, u'x'));
    QCOMPARE(m_refused->size(), 3);
    QCOMPARE(here().size(), ClipboardBridge::mostBytes / 2);
    QGuiApplication::clipboard()->clear();
    QVERIFY(m_bridge->textToType().isEmpty());
    QCOMPARE(m_refused->size(), 4);
    copy(u"typed"_s);
    QCOMPARE(m_bridge->textToType(), u"typed"_s);
}

void ClipboardBridgeTest::guestIsHeardOnlyInAnActiveWindow()
{
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_VERIFY(!m_window->isActiveWindow());
    copy(u"mine"_s);
    m_bridge->take(u"slipped in"_s);
    QCOMPARE(here(), u"mine"_s);
    QVERIFY(m_offered->isEmpty());
}

QTEST_MAIN(ClipboardBridgeTest)
#include "ClipboardBridgeTest.moc"
