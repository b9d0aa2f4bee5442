// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/StrictRa2.h"
#include "support/StrictRfbServer.h"
#include "support/TestCertificate.h"
#include "support/TestTools.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTemporaryDir>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using State = DesktopSession::State;

namespace {

constexpr int patience = 15'000; // milliseconds

/// A session that remembers what it was asked.
struct Asked
{
    explicit Asked(DesktopTarget target)
    {
        QObject::connect(&session, &DesktopSession::loginRequired, &session,
                         [this](const rfb::LoginRequest &request) { logins.append(request); });
        QObject::connect(&session, &DesktopSession::identityQuestion, &session,
                         [this](const rfb::ServerIdentity &identity) { identities.append(identity); });
        QObject::connect(&session, &DesktopSession::failed, &session,
                         [this](const StageFailure &told) { failure = told; });
        session.open(target, std::make_shared<LocalHost>());
    }

    DesktopSession session;
    QList<rfb::LoginRequest> logins;
    QList<rfb::ServerIdentity> identities;
    StageFailure failure;
};

DesktopTarget target(const HostileServer &server, const QString &scheme)
{
    return *TargetParser::parse(server.url(scheme));
}

StrictOptions withSecurity(const QByteArray &security)
{
    StrictOptions options;
    options.security = security;
    return options;
}

} // namespace

/// A session's questions to a person, and what comes of the answers.
class LoginSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForKeyAndLogin_data();
    void asksForKeyAndLogin();
    void refusedKey();
    void wrongLogin();
    void usesWhatTheTargetKnows();
    void asksAboutCertificates();
    void refusedCertificate();
    void closesWhileAsking();
    void knownCertificate();

private:
    QTemporaryDir m_folder;
};

void LoginSessionTest::asksForKeyAndLogin_data()
{
    QTest::addColumn<QByteArray>("security");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("RA2ne over ws") << QByteArray("ra2ne") << u"ws"_s;
    QTest::newRow("RA2 over ws") << QByteArray("ra2") << u"ws"_s;
    QTest::newRow("RA256 over TCP") << QByteArray("ra256") << u"vnc"_s;
}

void LoginSessionTest::asksForKeyAndLogin()
{
    QFETCH(QByteArray, security);
    QFETCH(QString, scheme);
    StrictRfbServer strict(withSecurity(security));
    const HostileServer server(scheme == "ws"_L1 ? HostileServer::webSocket(strict.script()) : strict.script());
    Asked asked(target(server, scheme));
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    QCOMPARE(asked.identities.size(), 1);
    QCOMPARE(asked.identities.first().kind, rfb::ServerIdentity::Kind::RsaKey);
    QVERIFY(asked.logins.isEmpty());
    asked.session.sendLogin({u"anna"_s, "secret"}); // nobody asked yet
    QCOMPARE(asked.session.state(), State::WaitingForTrust);
    asked.session.answerIdentity(true);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForLogin, patience);
    QVERIFY(asked.logins.first().needsUser && asked.logins.first().isEncrypted);
    asked.session.sendLogin({u"anna"_s, "secret"});
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Live, patience);
    QCOMPARE(strict.problems(), QStringList());
}

void LoginSessionTest::refusedKey()
{
    StrictRfbServer strict(withSecurity("ra2ne"));
    const HostileServer server(strict.script());
    Asked asked(target(server, u"vnc"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    asked.session.answerIdentity(false);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Failed, patience);
    QCOMPARE(asked.failure.id, u"tls.untrusted"_s);
    QCOMPARE(asked.failure.stage, Stage::RfbSecurity);
    QCOMPARE(strict.logins(), 0);
}

void LoginSessionTest::wrongLogin()
{
    StrictRfbServer strict(withSecurity("ard"));
    const HostileServer server(HostileServer::webSocket(strict.script()));
    Asked asked(target(server, u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForLogin, patience);
    asked.session.sendLogin({u"anna"_s, "guess"});
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Failed, patience);
    QCOMPARE(asked.failure.id, u"auth.failed"_s);
    QVERIFY2(asked.failure.summary.contains(QString::fromUtf8(StrictOptions().reason)),
             qPrintable(asked.failure.summary));
    QVERIFY(!asked.failure.summary.contains(u"guess"_s));
}

void LoginSessionTest::usesWhatTheTargetKnows()
{
    StrictRfbServer strict(withSecurity("rane256"));
    const HostileServer server(HostileServer::webSocket(strict.script()));
    DesktopTarget known = target(server, u"ws"_s);
    known.userName = u"anna"_s;
    known.password = "secret";
    known.trustedIdentities = {QCryptographicHash::hash(StrictRa2::publicKey(), QCryptographicHash::Sha256)};
    Asked asked(known);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Live, patience);
    QVERIFY(asked.identities.isEmpty() && asked.logins.isEmpty());
}

void LoginSessionTest::asksAboutCertificates()
{
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    const auto certificate = TestCertificate::selfSigned(m_folder.path());
    QVERIFY(certificate);
    StrictRfbServer strict(withSecurity("vnc"));
    const HostileServer server(HostileServer::webSocket(strict.script()), *certificate);
    Asked asked(target(server, u"wss"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    QCOMPARE(asked.identities.size(), 1);
    const rfb::ServerIdentity identity = asked.identities.first();
    QCOMPARE(identity.kind, rfb::ServerIdentity::Kind::Certificate);
    QCOMPARE(identity.sha256, QSslCertificate(certificate->certificate).digest(QCryptographicHash::Sha256));
    QCOMPARE(identity.subject, u"127.0.0.1"_s);
    QVERIFY2(identity.problem.contains(u"signed by itself"_s), qPrintable(identity.problem));
    QVERIFY(identity.validUntil > QDateTime::currentDateTimeUtc());
    asked.session.answerIdentity(true);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForLogin, patience);
    QVERIFY(asked.logins.first().isEncrypted); // by wss, whatever RFB does
    asked.session.sendLogin({{}, "secret"});
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Live, patience);
    QCOMPARE(asked.identities.size(), 1);
}

void LoginSessionTest::refusedCertificate()
{
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    const auto certificate = TestCertificate::expired(m_folder.path());
    QVERIFY(certificate);
    StrictRfbServer strict(withSecurity("none"));
    const HostileServer server(HostileServer::webSocket(strict.script()), *certificate);
    DesktopTarget other = target(server, u"wss"_s);
    other.trustedIdentities = {QByteArray(32, 'x')};
    Asked asked(other);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    QVERIFY2(asked.identities.first().problem.contains(u"expired"_s), qPrintable(asked.identities.first().problem));
    asked.session.answerIdentity(false);
    QCOMPARE(asked.session.state(), State::Failed);
    QCOMPARE(asked.failure.id, u"tls.untrusted"_s);
    QCOMPARE(asked.failure.stage, Stage::Websocket);
    QCOMPARE(strict.logins(), 0);
}

void LoginSessionTest::closesWhileAsking()
{
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    const auto certificate = TestCertificate::selfSigned(m_folder.path());
    QVERIFY(certificate);
    StrictRfbServer strict(withSecurity("none"));
    const HostileServer server(HostileServer::webSocket(strict.script()), *certificate);
    Asked asked(target(server, u"wss"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    asked.session.close();
    QCOMPARE(asked.session.state(), State::Closed);
    asked.session.answerIdentity(true); // too late
    QCOMPARE(asked.session.state(), State::Closed);
    // A plain connection afterwards is not mistaken for the answer to the old question.
    StrictRfbServer plain(withSecurity("ra2ne"));
    const HostileServer next(plain.script());
    asked.session.open(target(next, u"vnc"_s), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForTrust, patience);
    asked.session.answerIdentity(true);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::WaitingForLogin, patience);
}

void LoginSessionTest::knownCertificate()
{
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    const auto certificate = TestCertificate::expired(m_folder.path());
    QVERIFY(certificate);
    StrictRfbServer strict(withSecurity("none"));
    const HostileServer server(HostileServer::webSocket(strict.script()), *certificate);
    DesktopTarget known = target(server, u"wss"_s);
    known.trustedIdentities = {QSslCertificate(certificate->certificate).digest(QCryptographicHash::Sha256)};
    Asked asked(known);
    QTRY_COMPARE_WITH_TIMEOUT(asked.session.state(), State::Live, patience);
    QVERIFY(asked.identities.isEmpty());
}

QTEST_GUILESS_MAIN(LoginSessionTest)
#include "LoginSessionTest.moc"
