// SPDX-License-Identifier: GPL-3.0-or-later
// A password given to the viewer, remembered in a real keyring, used again, refused, forgotten; and nowhere else.
#include "desktop/DesktopConnection.h"
#include "desktop/DesktopPage.h"
#include "desktop/LoginCard.h"
#include "hosts/LocalHost.h"

#include "app/window/FakeVmService.h"
#include "support/DesktopStack.h"
#include "support/KeyringSession.h"
#include "support/TestTools.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class DesktopKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembers();

private:
    void inside();
};

void DesktopKeyringTest::remembers()
{
    if (KeyringSession::isInside()) {
        inside();
        return;
    }
    PORTLIGHT_NEED_ALL(KeyringSession::missingPrograms() + DesktopStack::missingPrograms());
    KeyringSession session;
    QCOMPARE(session.run(u"remembers"_s), QString());
    for (const QByteArray &password : {QByteArray("sEcr3tpw"), QByteArray("oTherpw1")}) {
        QVERIFY(!session.said().contains(password));
        const QByteArray written = KeyringSession::everythingIn(session.home());
        QVERIFY(written.contains("viewer")); // the settings are there
        QVERIFY(!written.contains(password));
        QVERIFY(!written.contains(password.toBase64()));
        QVERIFY(!written.contains(password.toHex()));
    }
}

void DesktopKeyringTest::inside()
{
    const HostPointer host = std::make_shared<LocalHost>();
    Settings settings;
    Vm vm = FakeVmService::makeVm(u"3f9c0a1b77de"_s, u"demo"_s, VmState::Running);
    auto stack = std::make_unique<DesktopStack>();
    DesktopStack::Options options;
    options.display = 91;
    options.password = "sEcr3tpw";
    QCOMPARE(stack->start(options), QString());
    vm.machine.port = stack->webPort();
    const auto makePage = [&] {
        auto page = std::make_unique<DesktopPage>(settings);
        page->resize(900, 600);
        page->show();
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(page->connection()->keyring()->isAvailable(), 10'000);
        }();
        page->setVm(vm, host);
        return page;
    };
    auto page = makePage();
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Password, 20'000);
    LoginCard *card = page->loginCard();
    QVERIFY(card->remember()->isEnabled());
    QVERIFY(card->keyringText().isEmpty());
    card->remember()->setChecked(true);
    QTest::keyClicks(card->password(), u"sEcr3tpw"_s);
    QTest::keyClick(card->password(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Live, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(page->connection()->hasRememberedLogin(), 10'000);
    ViewerOptions seen = page->connection()->options();
    seen.scale = ScaleMode::Original;
    page->connection()->setOptions(seen);
    // Another run of the window is not asked.
    page = makePage();
    bool asked = false;
    connect(page->connection(), &DesktopConnection::changed, page.get(),
            [&] { asked = asked || page->mode() == ViewerMode::Password; });
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Live, 20'000);
    QVERIFY(!asked);
    // The server has another password now: that is said, and asked for.
    page.reset();
    stack = std::make_unique<DesktopStack>();
    options.password = "oTherpw1";
    QCOMPARE(stack->start(options), QString());
    vm.machine.port = stack->webPort();
    page = makePage();
    card = page->loginCard();
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Password, 20'000);
    QVERIFY2(card->problem().startsWith(u"The remembered password was refused."_s), qPrintable(card->problem()));
    QVERIFY(page->connection()->hasRememberedLogin());
    QTest::keyClicks(card->password(), u"oTherpw1"_s);
    QTest::keyClick(card->password(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Live, 20'000);
    // Forgotten, it is asked for again.
    page->connection()->forgetLogin();
    QTRY_VERIFY_WITH_TIMEOUT(!page->connection()->hasRememberedLogin(), 10'000);
    page = makePage();
    QTRY_COMPARE_WITH_TIMEOUT(page->mode(), ViewerMode::Password, 20'000);
    QVERIFY(page->loginCard()->problem().isEmpty());
}

QTEST_MAIN(DesktopKeyringTest)
#include "DesktopKeyringTest.moc"
