// SPDX-License-Identifier: GPL-3.0-or-later
// What the viewer asks before and while it shows a real desktop: logins, identities, power.
#include "DesktopPageFixture.h"
#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopConnection.h"
#include "desktop/IdentityCard.h"
#include "desktop/LoginCard.h"
#include "desktop/QuestionCard.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerActions.h"
#include "desktop/ViewerNotice.h"
#include "desktop/ViewerToast.h"

#include "support/TestCertificate.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSslCertificate>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

using Act = ViewerActions::Command;

QByteArray s_log;
QtMessageHandler s_before = nullptr;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    s_log += text.toUtf8() + '\n';
    s_before(type, context, text);
}

} // namespace

class DesktopPageQuestionsTest : public DesktopPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void asksForThePassword();
    void passwordOfAnAddressIsUsedAndKeptNowhere();
    void asksWhetherToTrust();
    void changedIdentityIsToldLoudly();
    void powerAsksFirst();
};

void DesktopPageQuestionsTest::asksForThePassword()
{
    startStack("secret");
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Password);
    LoginCard *card = m_page->loginCard();
    QVERIFY(card->isVisible());
    QVERIFY(!m_page->notice()->isVisible());
    QVERIFY(card->title().contains(u"demo"_s));
    QVERIFY(!card->user()->isVisible());
    QVERIFY(card->wayText().contains(u"not encrypted"_s));
    QVERIFY(card->problem().isEmpty());
    QVERIFY(card->password()->hasFocus());
    // No keyring runs here: that is said.
    QVERIFY(!card->remember()->isEnabled());
    QVERIFY(!card->keyringText().isEmpty());
    shoot(u"login"_s);
    QTest::keyClicks(card->password(), u"wrong"_s);
    QTest::keyClick(card->password(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->mode() == ViewerMode::Password && !card->problem().isEmpty(), 20'000);
    QVERIFY(card->isVisible());
    QVERIFY(card->password()->text().isEmpty());
    shoot(u"login-wrong"_s);
    QTest::keyClicks(card->password(), u"secret"_s);
    QTest::mouseClick(card->connectButton(), Qt::LeftButton);
    waitFor(ViewerMode::Live);
    QVERIFY(!card->isVisible());
    QVERIFY(m_page->canvas()->hasFocus());
    // The same run needs no second question.
    m_page->connection()->tryNow();
    waitFor(ViewerMode::Live);
    // Cancel ends it, and says so.
    Vm other = vmAt(m_stack->webPort());
    other.spec.id = u"b"_s;
    m_page->setVm(other, m_host);
    waitFor(ViewerMode::Password);
    QTest::keyClick(card->password(), Qt::Key_Escape);
    QCOMPARE(m_page->mode(), ViewerMode::Ended);
    QVERIFY(m_page->notice()->button()->isVisible());
    shoot(u"ended"_s);
}

void DesktopPageQuestionsTest::passwordOfAnAddressIsUsedAndKeptNowhere()
{
    s_log.clear();
    s_before = qInstallMessageHandler(keepLog);
    startStack("sEcr3tpw");
    makePage();
    const auto target = TargetParser::parse(
        u"http://127.0.0.1:%1/vnc.html?password=sEcr3tpw&view_only=1&resize=off&quality=9&reconnect=1"_s.arg(
            m_stack->webPort()));
    QVERIFY(target);
    QVERIFY(!target->warnings.isEmpty());
    m_page->setTarget(*target, m_host);
    QVERIFY(m_page->toast()->isVisible());
    waitFor(ViewerMode::Live);
    shoot(u"address"_s);
    QVERIFY(m_page->connection()->options().viewOnly);
    QVERIFY(m_page->connection()->options().scale == ScaleMode::Original);
    QCOMPARE(m_page->connection()->options().quality.quality, 9);
    m_page->actions()->action(Act::CopyLink)->trigger();
    const QString link = QGuiApplication::clipboard()->text();
    QVERIFY2(link.startsWith(u"http://127.0.0.1:"_s), qPrintable(link));
    QVERIFY(link.contains(u"view_only"_s));
    QVERIFY(!link.contains(u"sEcr3tpw"_s));
    // Whatever is written is written now.
    ViewerOptions options = m_page->connection()->options();
    options.viewOnly = false;
    m_page->connection()->setOptions(options);
    m_page.reset();
    m_settings.reset();
    qInstallMessageHandler(s_before);
    const QByteArray written = everythingIn(m_folder->path());
    QVERIFY(written.contains("viewer"));
    QVERIFY(!written.contains("sEcr3tpw"));
    QVERIFY(!written.contains(QByteArray("sEcr3tpw").toBase64()));
    QVERIFY(!s_log.contains("sEcr3tpw"));
}

void DesktopPageQuestionsTest::asksWhetherToTrust()
{
    const auto tls = TestCertificate::selfSigned(m_folder->path());
    QVERIFY(tls);
    const QString certificate = m_folder->filePath(u"server.pem"_s);
    const QString key = m_folder->filePath(u"server-key.pem"_s);
    QFile certificateFile(certificate);
    QVERIFY(certificateFile.open(QIODevice::WriteOnly));
    certificateFile.write(tls->certificate);
    certificateFile.close();
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write(tls->key);
    keyFile.close();
    startStack({}, {u"-SecurityTypes"_s, u"X509None"_s, u"-X509Cert"_s, certificate, u"-X509Key"_s, key});
    const auto target = TargetParser::parse(m_stack->vncUrl());
    QVERIFY(target);
    makePage();
    m_page->setTarget(*target, m_host);
    waitFor(ViewerMode::Identity);
    IdentityCard *card = m_page->identityCard();
    QVERIFY(card->isVisible());
    QVERIFY(card->cancelButton()->hasFocus());
    QVERIFY(!card->problem().isEmpty());
    QVERIFY(card->alwaysButton()->isEnabled());
    const QByteArray sha256 = QSslCertificate(tls->certificate).digest(QCryptographicHash::Sha256);
    QCOMPARE(card->facts().last().second, IdentityCard::grouped(sha256));
    shoot(u"identity"_s);
    // No: nothing more is tried until somebody says so.
    QTest::keyClick(card->cancelButton(), Qt::Key_Escape);
    QTRY_COMPARE(m_page->mode(), ViewerMode::Ended);
    QTest::mouseClick(m_page->notice()->button(), Qt::LeftButton);
    waitFor(ViewerMode::Identity);
    // Once: not written down, but good for this run.
    QTest::mouseClick(card->onceButton(), Qt::LeftButton);
    waitFor(ViewerMode::Live);
    KnownServers known(m_settings->knownServersFile());
    QVERIFY(known.identitiesFor(target->endpoint()).isEmpty());
    m_page->connection()->tryNow();
    waitFor(ViewerMode::Live);
    m_page->setTarget(*target, m_host);
    waitFor(ViewerMode::Identity);
    // Always.
    QTest::mouseClick(card->alwaysButton(), Qt::LeftButton);
    waitFor(ViewerMode::Live);
    QCOMPARE(known.identitiesFor(target->endpoint()), QList<QByteArray>{sha256});
    m_page->setTarget(*target, m_host);
    waitFor(ViewerMode::Live);
    QVERIFY(!card->isVisible());
    // Another one than that.
    QVERIFY(known.remember(target->endpoint(), QByteArray(32, 'x'), u"test"_s));
    m_page->setTarget(*target, m_host);
    waitFor(ViewerMode::Identity);
    QVERIFY(m_page->connection()->isIdentityChanged());
    QVERIFY(!card->alwaysButton()->isEnabled());
    shoot(u"identity-changed"_s);
}

void DesktopPageQuestionsTest::changedIdentityIsToldLoudly()
{
    QWidget page;
    IdentityCard card(&page);
    rfb::ServerIdentity identity;
    identity.kind = rfb::ServerIdentity::Kind::RsaKey;
    identity.sha256 = QByteArray(32, '\x5f');
    identity.novncFingerprint = QByteArray::fromHex("0123456789abcdef");
    card.setIdentity(u"box"_s, identity, false);
    const QString usual = card.title();
    QVERIFY(card.alwaysButton()->isEnabled());
    QVERIFY(card.sure()->isHidden());
    QCOMPARE(card.facts().first().second, u"01-23-45-67-89-ab-cd-ef"_s);
    card.setIdentity(u"box"_s, identity, true);
    QVERIFY(card.title() != usual);
    QVERIFY(!card.sure()->isHidden());
    QVERIFY(!card.alwaysButton()->isEnabled());
    QVERIFY(!card.onceButton()->isEnabled());
    card.sure()->setChecked(true);
    QVERIFY(card.alwaysButton()->isEnabled());
    QVERIFY(card.onceButton()->isEnabled());
}

void DesktopPageQuestionsTest::powerAsksFirst()
{
    startStack();
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    // Xvnc switches nothing: there is nothing to choose.
    QVERIFY(!m_page->actions()->menu(ViewerActions::Menu::Power)->menuAction()->isVisible());
    QuestionCard *question = m_page->question();
    QVERIFY(!question->isVisible());
    Q_EMIT m_page->actions()->powerChosen(rfb::PowerAction::Reset);
    QVERIFY(question->isVisible());
    QVERIFY(question->title().contains(u"demo"_s));
    QVERIFY(question->cancelButton()->hasFocus());
    shoot(u"power"_s);
    QTest::keyClick(question->cancelButton(), Qt::Key_Return);
    QVERIFY(!question->isVisible());
    // A question about a desktop that is gone is none.
    Q_EMIT m_page->actions()->powerChosen(rfb::PowerAction::Reboot);
    QVERIFY(question->isVisible());
    m_page->connection()->disconnectNow();
    QVERIFY(!question->isVisible());
    QCOMPARE(m_page->mode(), ViewerMode::Ended);
    QVERIFY(m_page->canvas()->hasPicture());
    QVERIFY(m_page->canvas()->isFrozen());
}

QTEST_MAIN(DesktopPageQuestionsTest)
#include "DesktopPageQuestionsTest.moc"
