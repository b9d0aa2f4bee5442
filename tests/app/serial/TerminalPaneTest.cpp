// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/TerminalPane.h"

#include "console/SerialFollower.h"
#include "hosts/LocalHost.h"
#include "serial/TerminalSign.h"
#include "serial/TerminalView.h"
#include "settings/Theme.h"
#include "support/TinyGuest.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// The terminal of a real QEMU's serial port.
class TerminalPaneTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 30'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyGuest> m_guest;
    HostPointer m_host = std::make_shared<LocalHost>();
    std::shared_ptr<LineStore> m_store;
    std::unique_ptr<SerialFollower> m_follower;
    std::unique_ptr<TerminalPane> m_pane;

    TerminalView *view() const { return m_pane->findChild<TerminalView *>(); }
    TerminalSign *sign() const { return m_pane->findChild<TerminalSign *>(); }
    QString allText() const
    {
        view()->selectAll();
        return view()->selectedText();
    }
    void show(const QSize &size = {900, 500})
    {
        m_pane->resize(size);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void startGuest()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_guest = std::make_unique<TinyGuest>(m_folder->path());
        QVERIFY(m_guest->start());
        m_follower = std::make_unique<SerialFollower>(m_host, m_guest->log(), m_store);
        connect(m_follower.get(), &SerialFollower::linesAppended, m_pane.get(), &TerminalPane::logGrew);
        m_follower->start();
        m_pane->setConsole(m_host, m_guest->consoleSocket(), m_store);
        show();
    }
    void take()
    {
        QSignalSpy changed(m_pane.get(), &TerminalPane::keyboardChanged);
        m_pane->takeKeyboard();
        QVERIFY(changed.wait(Patience));
        QVERIFY(m_pane->hasKeyboard());
        QTRY_COMPARE_WITH_TIMEOUT(int(sign()->state()), int(TerminalSign::State::Typing), Patience);
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<LineStore>();
        m_pane = std::make_unique<TerminalPane>();
    }
    void cleanup()
    {
        m_pane.reset();
        m_follower.reset();
        m_guest.reset();
    }

    void onlyWhoTookTheKeyboardTypes()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        startGuest();
        QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"tiny login: "_s.trimmed()), Patience);
        QCOMPARE(int(sign()->state()), int(TerminalSign::State::Watching));
        // Without the keyboard nothing reaches the guest, and a sentence says why.
        QTest::keyClicks(view(), u"secret"_s);
        QVERIFY(sign()->text().contains(u"take the keyboard"_s));
        take();
        QTest::keyClicks(view(), u"root"_s);
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"tiny login: root\ntiny login:"_s), Patience);
        QVERIFY(!m_guest->logBytes().contains("secret"));
        // The window's keys are the guest's, but for the one that gives them back.
        QTest::keyClick(view(), Qt::Key_Tab);
        QTest::keyClick(view(), Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->logBytes().endsWith("\t\x17"), Patience);
        QVERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!m_pane->hasKeyboard());
        QCOMPARE(int(sign()->state()), int(TerminalSign::State::Watching));
        QTest::keyClicks(view(), u"secret"_s);
        take(); // there is room for the next console, too
        QTest::keyClicks(view(), u"x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->logBytes().endsWith("\t\x17x"), Patience);
    }

    void pastedAndComposedText()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        startGuest();
        take();
        QGuiApplication::clipboard()->setText(u"echo \x1b[31mone\ntwo"_s);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->logBytes().contains("echo [31mone\r\ntiny login: two"), Patience);
        QInputMethodEvent composing(u"´"_s, {});
        QApplication::sendEvent(view(), &composing);
        QInputMethodEvent composed;
        composed.setCommitString(u"é"_s);
        QApplication::sendEvent(view(), &composed);
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->logBytes().endsWith("two\xc3\xa9"), Patience);
    }

    void theKeyboardWaitsVisiblyWithoutTheFocus()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        startGuest();
        take();
        view()->clearFocus();
        QCOMPARE(int(sign()->state()), int(TerminalSign::State::Waiting));
        QVERIFY(m_pane->hasKeyboard());
        view()->setFocus();
        QCOMPARE(int(sign()->state()), int(TerminalSign::State::Typing));
    }

    void anotherConsoleEndsInASentence()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        startGuest();
        auto other = m_host->connectUnix(m_guest->consoleSocket(), QDeadlineTimer(5s), {});
        QVERIFY(other && other->write("o", QDeadlineTimer(5s), {}));
        QVERIFY(other->read(10, QDeadlineTimer(10s), {})); // QEMU serves it
        QSignalSpy problem(m_pane.get(), &TerminalPane::problem);
        m_pane->takeKeyboard();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->problemText().contains(u"Another console is connected"_s), Patience);
        QVERIFY(!m_pane->hasKeyboard());
        QVERIFY(sign()->text().contains(u"Another console is connected"_s));
        QVERIFY(m_pane->keyboardButton()->isEnabled());
        other->close();
        take();
        QVERIFY(m_pane->problemText().isEmpty());
    }

    void aVmThatStopsTakesItsKeyboardAlong()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        startGuest();
        take();
        QSignalSpy changed(m_pane.get(), &TerminalPane::keyboardChanged);
        m_guest.reset();
        QVERIFY(changed.wait(Patience));
        QVERIFY(!m_pane->hasKeyboard());
        QCOMPARE(m_pane->problemText(), u"The VM closed its console."_s);
        QSignalSpy can(m_pane.get(), &TerminalPane::canTakeKeyboardChanged);
        m_pane->setConsole(m_host, {}, m_store);
        QCOMPARE(can.count(), 1);
        QVERIFY(!m_pane->keyboardButton()->isEnabled());
        QVERIFY(allText().contains(u"tiny login:"_s)); // what it said last
    }

    void scrollingBackGoesOnIntoTheLog()
    {
        QByteArray log;
        for (int i = 1; i <= 60'000; ++i)
            log += "line " + QByteArray::number(i) + "\r\n";
        m_store->append(log, {});
        m_pane->setConsole(m_host, {}, m_store);
        show();
        QScrollBar *bar = view()->verticalScrollBar();
        QVERIFY(bar->value() == bar->maximum());
        QSignalSpy logWanted(m_pane.get(), &TerminalPane::logWanted);
        for (int i = 0; i < 50 && logWanted.isEmpty(); ++i) {
            bar->setValue(bar->minimum());
            QTest::qWait(1);
        }
        QVERIFY(!logWanted.isEmpty()); // nothing before it
        const QStringList lines = allText().split(u'\n');
        QCOMPARE(lines.first(), u"line 1"_s);
        QCOMPARE(lines.filter(u"line "_s).size(), 60'000); // none lost, none twice
        QVERIFY(lines.contains(u"line 60000"_s));
        // What comes meanwhile does not move the view.
        const int place = bar->value();
        m_store->append("more\r\n", {});
        m_pane->logGrew();
        QCOMPARE(bar->value(), place);
    }

    void aFloodIsShownAtItsEnd()
    {
        m_pane->setConsole(m_host, {}, m_store);
        show();
        qint64 number = 0;
        for (int round = 0; round < 20; ++round) {
            QByteArray piece;
            while (piece.size() < 1024 * 1024)
                piece += "flood " + QByteArray::number(++number) + "\r\n";
            m_store->append(piece, {});
            m_pane->logGrew();
        }
        m_store->append("last\r\n", {});
        m_pane->logGrew();
        QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"\nlast\n"_s), Patience);
        const QString shown = allText();
        QVERIFY(shown.contains(u"flood %1\nlast"_s.arg(number)));
    }

    void anotherSizeWrapsAnew()
    {
        m_store->append(QByteArray(150, 'x') + "END\r\n", {});
        m_pane->setConsole(m_host, {}, m_store);
        show({500, 300});
        QVERIFY(view()->columns() < 100);
        QVERIFY(allText().contains(QString(150, u'x') + u"END"_s)); // copied as the one line that it is
        m_pane->resize(1600, 300);
        QTRY_VERIFY_WITH_TIMEOUT(view()->columns() > 160, Patience);
        QVERIFY(allText().startsWith(QString(150, u'x') + u"END"_s));
    }

    void picture_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void picture()
    {
        QFETCH(bool, dark);
        Theme theme(*qApp);
        theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QByteArray log;
        for (int i = 0; i < 30; ++i)
            log += "[\x1b[0;32m  OK  \x1b[0m] Started \x1b[0;1;39mnovnc.service\x1b[0m - noVNC WebSocket Proxy.\r\n";
        log += "[\x1b[0;1;31mFAILED\x1b[0m] Failed to start \x1b[0;1;39mvncserver@1.service\x1b[0m.\r\n"
               "\r\nDebian GNU/Linux 12 browser-vm ttyS0\r\n\r\nbrowser-vm login: root\r\n"
               "root@browser-vm:~# ls --color\r\n\x1b[0m\x1b[01;34mbin\x1b[0m  \x1b[30;42mtmp\x1b[0m  "
               "\x1b[40;31;01mbroken\x1b[0m  "
               "\x1b[7minverse\x1b[0m \x1b[2mfaint\x1b[0m \x1b[30;47mbar\x1b[0m \x1b[4munder\x1b[0m "
               "\xe6\xbc\xa2\xe5\xad\x97 "
               "\xe2\x94\x8c\xe2\x94\x80\xe2\x94\x90\r\n"
               "root@browser-vm:~# ";
        m_store->append(log, {});
        m_pane->setConsole(m_host, u"/nowhere/console.sock"_s, m_store);
        show({1000, 520});
        const QImage image = m_pane->grab().toImage();
        const QString folder = qEnvironmentVariable("PORTLIGHT_SHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(image.save(u"%1/terminal-%2-%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))
                                   .arg(image.devicePixelRatio())));
            view()->setKeyboard(true); // as it looks while somebody types
            sign()->setState(TerminalSign::State::Typing);
            QVERIFY(m_pane->grab().save(
                u"%1/terminal-typing-%2-%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))
                    .arg(image.devicePixelRatio())));
        }
        // The failure is red, and its colour is the theme's.
        const QColor failing = dark ? ThemeColors::darkColors().failing : ThemeColors::light().failing;
        bool found = false;
        for (int y = 0; y < image.height() && !found; ++y) {
            for (int x = 0; x < image.width() && !found; ++x)
                found = image.pixelColor(x, y) == failing;
        }
        QVERIFY(found);
    }
};

QTEST_MAIN(TerminalPaneTest)
#include "TerminalPaneTest.moc"
