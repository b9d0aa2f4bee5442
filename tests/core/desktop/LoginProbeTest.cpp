// SPDX-License-Identifier: GPL-3.0-or-later
#include "Probing.h"
#include "RealServer.h"
#include "support/StrictRa2.h"
#include "support/StrictRfbServer.h"
#include "support/TestCertificate.h"
#include "support/TestTools.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace portlight;
using namespace portlight::probing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int firstDisplay = 680; // a range of its own

StrictOptions withSecurity(const QByteArray &security)
{
    StrictOptions options;
    options.security = security;
    return options;
}

ProbeOptions withPassword(const QByteArray &password)
{
    ProbeOptions options = within(20s);
    options.password = password;
    return options;
}

QString asAnna(const HostileServer &server)
{
    return u"vnc://anna@127.0.0.1:%1"_s.arg(server.port());
}

} // namespace

/// How a check of a desktop ends where somebody has to log in.
class LoginProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsMissing_data();
    void asksForWhatIsMissing();
    void logsInWithTheUserOfTheAddress_data();
    void logsInWithTheUserOfTheAddress();
    void tellsTheServersWords();
    void refusesUnknownKeys();
    void knowsTrustedKeys();
    void verifiesCertificates();
};

void LoginProbeTest::asksForWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("security");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("words");
    QTest::newRow("VNC") << QByteArray("vnc") << QByteArray() << u"asks for a password"_s;
    QTest::newRow("ARD") << QByteArray("ard") << QByteArray() << u"asks for a user name and a password"_s;
    QTest::newRow("ARD, password only") << QByteArray("ard") << QByteArray("secret")
                                        << u"asks for a user name and a password"_s;
    QTest::newRow("Tight Unix") << QByteArray("tight-unix") << QByteArray("secret")
                                << u"asks for a user name and a password"_s;
}

void LoginProbeTest::asksForWhatIsMissing()
{
    QFETCH(QByteArray, security);
    QFETCH(QByteArray, password);
    QFETCH(QString, words);
    StrictRfbServer strict(withSecurity(security));
    const HostileServer server(HostileServer::webSocket(strict.script()));
    const auto report = probe(server.url(u"ws"_s), withPassword(password));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"auth.required"_s);
    QCOMPARE(report->failure->stage, Stage::RfbSecurity);
    QVERIFY2(report->failure->summary.contains(words), qPrintable(report->failure->summary));
    QVERIFY(report->elapsed < 10s); // final at once
}

void LoginProbeTest::logsInWithTheUserOfTheAddress_data()
{
    QTest::addColumn<QByteArray>("security");
    for (const QByteArray security : {"ard", "mslogon2", "plain", "tight-unix"})
        QTest::addRow("%s", security.data()) << security;
}

void LoginProbeTest::logsInWithTheUserOfTheAddress()
{
    QFETCH(QByteArray, security);
    StrictRfbServer strict(withSecurity(security));
    const HostileServer server(strict.script());
    const auto report = probe(asAnna(server), withPassword("secret"));
    QVERIFY(report);
    QVERIFY2(!report->failure, report->failure ? qPrintable(report->failure->summary) : "");
    QCOMPARE(report->verdict, Verdict::Verified);
}

void LoginProbeTest::tellsTheServersWords()
{
    StrictOptions options = withSecurity("ard");
    options.reason = "Anna is on holiday until Monday.";
    StrictRfbServer strict(options);
    const HostileServer server(strict.script());
    const auto report = probe(asAnna(server), withPassword("guess"));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"auth.failed"_s);
    QVERIFY2(report->failure->summary.contains(QString::fromLatin1(options.reason)),
             qPrintable(report->failure->summary));
    QVERIFY(report->elapsed < 10s);
}

void LoginProbeTest::refusesUnknownKeys()
{
    StrictRfbServer strict(withSecurity("ra2ne"));
    const HostileServer server(strict.script());
    const auto report = probe(asAnna(server), withPassword("secret"));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tls.untrusted"_s);
    QCOMPARE(report->failure->stage, Stage::RfbSecurity);
    const QByteArray fingerprint =
        QCryptographicHash::hash(StrictRa2::publicKey(), QCryptographicHash::Sha1).first(8).toHex('-');
    QVERIFY2(report->failure->summary.contains(QString::fromLatin1(fingerprint)), qPrintable(report->failure->summary));
    QVERIFY(report->elapsed < 10s);
}

void LoginProbeTest::knowsTrustedKeys()
{
    StrictRfbServer strict(withSecurity("ra2"));
    const HostileServer server(strict.script());
    DesktopTarget target = *TargetParser::parse(asAnna(server));
    target.trustedIdentities = {QCryptographicHash::hash(StrictRa2::publicKey(), QCryptographicHash::Sha256)};
    Progress progress({}, {});
    const auto report =
        probeDesktop(UrlProbeTarget(target, std::make_shared<LocalHost>()), withPassword("secret"), progress);
    QVERIFY(report);
    QVERIFY2(!report->failure, report->failure ? qPrintable(report->failure->summary) : "");
}

/// VeNCrypt with a real Xvnc: its certificate is looked at as strictly as that of wss.
void LoginProbeTest::verifiesCertificates()
{
    PORTLIGHT_NEED_PROGRAM(u"Xvnc"_s);
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    const QTemporaryDir folder;
    QVERIFY(TestCertificate::selfSigned(folder.path()));
    const QString certificate = folder.filePath(u"test-certificate.pem"_s);
    rfb::testing::RealServer xvnc;
    xvnc.setSecurity({u"-SecurityTypes"_s, u"X509None"_s, u"-X509Cert"_s, certificate, u"-X509Key"_s,
                      folder.filePath(u"test-key.pem"_s)});
    QCOMPARE(xvnc.start({800, 600}, firstDisplay), QString());
    const QString url = u"vnc://127.0.0.1:%1"_s.arg(xvnc.port());
    auto report = probe(url, within(20s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tls.untrusted"_s);
    QCOMPARE(report->failure->stage, Stage::RfbSecurity);
    QVERIFY2(report->failure->summary.contains(u"signed by itself"_s), qPrintable(report->failure->summary));
    QVERIFY(report->elapsed < 10s);

    qputenv("SSL_CERT_FILE", certificate.toLocal8Bit());
    report = probe(url, within(4s));
    qunsetenv("SSL_CERT_FILE");
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"picture.no-session"_s); // as far as an Xvnc without a session comes
    QCOMPARE(report->stage(Stage::RfbSecurity).detail, u"X509None"_s);
    QCOMPARE(statusOf(*report, Stage::Framebuffer), u"passed"_s);
}

QTEST_GUILESS_MAIN(LoginProbeTest)
#include "LoginProbeTest.moc"
