// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboards of several countries for real: keys pressed on an X server with that layout, through the canvas and a real
// connection into a real Xvnc with another layout, and what an xterm there has read.
#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopLink.h"
#include "desktop/NativeKeyboard.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"

#include "support/DesktopStack.h"
#include "support/OwnDisplay.h"
#include "support/TestTools.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds: others use the machine too
constexpr int guestDisplay = 76;

/// X keycodes of the evdev rules: Linux' key numbers plus 8.
enum Place {
    AE01 = 10,
    AE02,
    AE03,
    AE04,
    AE05,
    AE06,
    AE07,
    AE08,
    AE09,
    AE10,
    AE11,
    AE12,
    AD01 = 24,
    AD02,
    AD03,
    AD04,
    AD05,
    AD06,
    AD07,
    AD08,
    AD09,
    AD10,
    AD11,
    AD12,
    Return = 36,
    Control = 37,
    AC01 = 38,
    AC02,
    AC03,
    AC04,
    AC05,
    AC06,
    AC07,
    AC08,
    AC09,
    AC10,
    AC11,
    Tilde,
    Shift = 50,
    Backslash,
    AB01 = 52,
    AB02,
    AB03,
    AB04,
    AB05,
    AB06,
    AB07,
    AB08,
    AB09,
    AB10,
    Alt = 64,
    Space,
    CapsLock,
    F1,
    NumLock = 77,
    Less = 94,
    AltGr = 108,
};

QStringList plain(int place)
{
    return {u"key"_s, QString::number(place)};
}

QStringList with(int modifier, int place)
{
    const QString held = QString::number(modifier);
    return {u"keydown"_s, held, u"key"_s, QString::number(place), u"keyup"_s, held};
}

} // namespace

class KeyboardLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void types_data();
    void types();
    void lockKeysAreInStep();
    void shortcutsReachTheGuest();
    void placesReachAGuestThatPassesThemOn();

private:
    void startGuest(const QStringList &xvncArguments = {});
    [[nodiscard]] QByteArray typed() const;
    [[nodiscard]] QByteArray lastLine() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DesktopStack> m_guest;
    QString m_layout; ///< That the guest was started for.
    std::unique_ptr<DesktopLink> m_link;
    std::unique_ptr<QWidget> m_window;
    QWidget *m_beside = nullptr; ///< Something else that can have the focus.
    DesktopCanvas *m_canvas = nullptr;
};

void KeyboardLayoutTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(OwnDisplay::missingPrograms() + DesktopStack::missingPrograms());
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
}

/// A fresh one for each layout, as for each user: Xvnc gives every new keysym one of its few spare keycodes for good.
void KeyboardLayoutTest::startGuest(const QStringList &xvncArguments)
{
    cleanupTestCase();
    m_folder = std::make_unique<QTemporaryDir>();
    m_guest = std::make_unique<DesktopStack>();
    DesktopStack::Options options;
    options.display = guestDisplay;
    options.geometry = u"640x480"_s;
    options.xvncArguments = xvncArguments;
    QCOMPARE(m_guest->start(options), QString());
    QVERIFY(m_guest->run(u"xterm"_s,
                         {u"-geometry"_s, u"80x24+0+0"_s, u"-T"_s, u"typed"_s, u"-e"_s,
                          u"cat > %1"_s.arg(m_folder->filePath(u"typed"_s))},
                         false));
    QVERIFY(m_guest->waitForWindow(u"typed"_s));

    m_link = std::make_unique<DesktopLink>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 480);
    m_canvas = new DesktopCanvas(m_window.get());
    m_canvas->resize(640, 480);
    m_beside = new QPushButton(m_window.get());
    m_beside->setGeometry(640, 0, 60, 30);
    connect(m_link.get(), &DesktopLink::updated, m_canvas, &DesktopCanvas::markChanged);
    connect(m_link.get(), &DesktopLink::ledStateChanged, m_canvas, &DesktopCanvas::setGuestLocks);
    connect(m_canvas, &DesktopCanvas::keyChanged, m_link.get(), &DesktopLink::sendKey);
    connect(m_canvas, &DesktopCanvas::pointerChanged, m_link.get(), &DesktopLink::sendPointer);
    m_link->open(*TargetParser::parse(m_guest->vncUrl()), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(m_link->state(), DesktopSession::State::Live, 20'000);
    m_canvas->setFramebuffer(m_link->framebuffer());
    m_canvas->setGuestSize({640, 480});
    m_window->show();
    m_window->activateWindow();
    m_canvas->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
    // xterm listens where the pointer is.
    Q_EMIT m_canvas->pointerChanged({100, 100}, 0);
    // Its first key makes it ready; one whose keysym is new to Xvnc would be lost in that.
    QVERIFY(OwnDisplay::run(u"xdotool"_s, plain(Return)));
    QTRY_COMPARE_WITH_TIMEOUT(typed(), "\n", patience);
}

void KeyboardLayoutTest::cleanupTestCase()
{
    m_window.reset();
    m_link.reset();
    m_guest.reset();
}

QByteArray KeyboardLayoutTest::typed() const
{
    QFile file(m_folder->filePath(u"typed"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray KeyboardLayoutTest::lastLine() const
{
    const QByteArrayList lines = typed().split('\n');
    return lines.size() > 1 ? lines.at(lines.size() - 2) : QByteArray();
}

void KeyboardLayoutTest::types_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QList<QStringList>>("keys");
    QTest::addColumn<QString>("text");
    using Keys = QList<QStringList>;

    QTest::newRow("us") << u"us"_s
                        << Keys{plain(AC01),        with(Shift, AC01), plain(AE01),      with(Shift, AE02),
                                with(Shift, Tilde), plain(AD11),       plain(Backslash), with(Shift, Backslash),
                                with(Shift, AC11),  plain(AB10),       plain(Space),     plain(AC10)}
                        << u"aA1@~[\\|\"/ ;"_s;
    QTest::newRow("de") << u"de"_s
                        << Keys{plain(AD06), plain(AB01),       plain(AD11), plain(AC10),       plain(AC11),
                                plain(AE11), with(Shift, AD11), plain(Less), with(Shift, AE07), plain(Backslash)}
                        << u"zyüöäßÜ</#"_s;
    QTest::newRow("de AltGr") << u"de"_s << Keys{with(AltGr, AD01), with(AltGr, AD03), with(AltGr, AE07),
                                                 with(AltGr, AE10), with(AltGr, AE11), with(AltGr, Less),
                                                 with(AltGr, AD12), with(AltGr, AB07), with(AltGr, AE02)}
                              << u"@€{}\\|~µ²"_s;
    QTest::newRow("de dead keys") << u"de"_s
                                  << Keys{plain(AE12), plain(AD03),  with(Shift, AE12), plain(AC01), plain(Tilde),
                                          plain(AD09), plain(Tilde), plain(Space),      plain(AE12), with(Shift, AD03)}
                                  << u"éàô^É"_s;
    QTest::newRow("fr") << u"fr"_s << Keys{plain(AE02),       plain(AE07), plain(AE09), plain(AE10), plain(AC11),
                                           with(Shift, AE01), plain(AD01), plain(AC10), plain(AB08), with(Shift, AB07)}
                        << u"éèçàù1am;?"_s;
    QTest::newRow("fr AltGr") << u"fr"_s
                              << Keys{with(AltGr, AE10), with(AltGr, AD03), with(AltGr, AE04), with(AltGr, AE03),
                                      with(AltGr, AE08)}
                              << u"@€{#\\"_s;
    QTest::newRow("fr dead keys") << u"fr"_s << Keys{plain(AD11), plain(AD03), with(Shift, AD11),
                                                     plain(AD08), plain(AD11), with(Shift, AD09)}
                                  << u"êïÔ"_s;
    QTest::newRow("es") << u"es"_s << Keys{plain(AC10),       with(Shift, AC10), plain(Backslash), plain(AE12),
                                           with(Shift, AE12), plain(AE11),       with(Shift, AE07)}
                        << u"ñÑç¡¿'/"_s;
    QTest::newRow("es AltGr") << u"es"_s
                              << Keys{with(AltGr, AE02), with(AltGr, AE01), with(AltGr, AD03), with(AltGr, AE03),
                                      with(AltGr, AC11)}
                              << u"@|€#{"_s;
    QTest::newRow("es dead keys") << u"es"_s << Keys{plain(AC11), plain(AD03),      with(Shift, AC11), plain(AD07),
                                                     plain(AD11), plain(AC01),      with(Shift, AD11), plain(AD09),
                                                     plain(AC11), with(Shift, AD08)}
                                  << u"éüàôÍ"_s;
    QTest::newRow("se") << u"se"_s << Keys{plain(AD11), plain(AC11),  plain(AC10),      with(Shift, AD11),
                                           plain(AE11), plain(Tilde), with(Shift, AE07)}
                        << u"åäöÅ+§/"_s;
    QTest::newRow("se AltGr") << u"se"_s
                              << Keys{with(AltGr, AE02), with(AltGr, AE04), with(AltGr, AD03), with(AltGr, AE11),
                                      with(AltGr, Less)}
                              << u"@$€\\|"_s;
    QTest::newRow("se dead keys") << u"se"_s << Keys{plain(AE12),       plain(AD03), with(Shift, AE12), plain(AC01),
                                                     plain(AD12),       plain(AD07), with(Shift, AD12), plain(AD03),
                                                     with(AltGr, AD12), plain(AB06)}
                                  << u"éàüêñ"_s;
}

void KeyboardLayoutTest::types()
{
    QFETCH(QString, layout);
    QFETCH(QList<QStringList>, keys);
    QFETCH(QString, text);
    if (layout != std::exchange(m_layout, layout)) {
        QVERIFY(
            OwnDisplay::run(u"setxkbmap"_s, {u"-rules"_s, u"evdev"_s, u"-model"_s, u"pc105"_s, u"-layout"_s, layout}));
        startGuest();
    }
    if (QTest::currentTestFailed())
        return;
    QStringList arguments;
    for (const QStringList &key : keys + QList<QStringList>{plain(Return)})
        arguments << key;
    QVERIFY(OwnDisplay::run(u"xdotool"_s, arguments));
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromUtf8(lastLine()), text, patience);
}

void KeyboardLayoutTest::lockKeysAreInStep()
{
    startGuest();
    if (QTest::currentTestFailed())
        return;
    NativeKeyboard here;
    QVERIFY(here.lockState({}).has_value());
    QVERIFY(!here.lockState({})->capsLock);
    rfb::LedState guest;
    connect(m_link.get(), &DesktopLink::ledStateChanged, this, [&guest](const rfb::LedState &state) { guest = state; });
    // Pressed elsewhere: the guest hears of it when the keyboard goes to it.
    m_beside->setFocus();
    QVERIFY(OwnDisplay::run(u"xdotool"_s, plain(CapsLock)));
    QTRY_VERIFY_WITH_TIMEOUT(here.lockState({})->capsLock, patience);
    QVERIFY(!guest.capsLock);
    m_canvas->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(guest.capsLock, patience);
    // Pressed here: both change.
    QVERIFY(OwnDisplay::run(u"xdotool"_s, plain(CapsLock) + plain(NumLock)));
    QTRY_VERIFY_WITH_TIMEOUT(!guest.capsLock && guest.numLock, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!here.lockState({})->capsLock && here.lockState({})->numLock, patience);
    // Changed in the guest: this keyboard's lamp follows.
    QVERIFY(m_guest->run(u"xdotool"_s, {u"key"_s, u"Num_Lock"_s}, true));
    QTRY_VERIFY_WITH_TIMEOUT(!guest.numLock, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!here.lockState({})->numLock, patience);
    QVERIFY(!here.lockState({})->capsLock);
}

/// Ctrl+U is the terminal's, at the other end.
void KeyboardLayoutTest::shortcutsReachTheGuest()
{
    m_layout = u"de"_s;
    QVERIFY(
        OwnDisplay::run(u"setxkbmap"_s, {u"-rules"_s, u"evdev"_s, u"-model"_s, u"pc105"_s, u"-layout"_s, m_layout}));
    startGuest();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(OwnDisplay::run(u"xdotool"_s,
                            plain(AC01) + with(Control, AD07) + plain(AC02) + with(Shift, AB01) + plain(Return)));
    // Ctrl+U emptied the line; Shift+Y where de has it.
    QTRY_COMPARE_WITH_TIMEOUT(lastLine(), "sY", patience);
}

/// As QEMU does: the key's place counts, and what is written on it there.
void KeyboardLayoutTest::placesReachAGuestThatPassesThemOn()
{
    m_layout = u"de"_s;
    QVERIFY(
        OwnDisplay::run(u"setxkbmap"_s, {u"-rules"_s, u"evdev"_s, u"-model"_s, u"pc105"_s, u"-layout"_s, m_layout}));
    startGuest({u"-RawKeyboard"_s});
    if (QTest::currentTestFailed())
        return;
    QVERIFY(OwnDisplay::run(u"xdotool"_s, plain(AD06) + with(Shift, AB01) + plain(AC10) + plain(AE12) + plain(AD03) +
                                              plain(AltGr) + plain(Backslash) + plain(Return)));
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromUtf8(lastLine()), u"yZ;=e\\"_s, patience);
}

int main(int argc, char **argv)
{
    OwnDisplay display;
    display.start();
    QApplication application(argc, argv);
    KeyboardLayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "KeyboardLayoutTest.moc"
