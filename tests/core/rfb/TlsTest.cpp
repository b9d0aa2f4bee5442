// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveClient.h"
#include "RealServer.h"
#include "support/TestCertificate.h"
#include "support/TestTools.h"

#include <QTemporaryDir>

#include <unistd.h>

using namespace portlight;
using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int firstDisplay = 660; // a range of its own
constexpr QSize size(128, 64);

/// A server that offers VeNCrypt with this type and says this once TLS should begin.
QByteArray veNCrypt(quint32 type, const QByteArray &then)
{
    QByteArray number(4, '\0');
    qToBigEndian(type, number.data());
    return "RFB 003.008\n\1\x13" + QByteArray("\0\2\0\1", 4) + number + then;
}

} // namespace

/// VeNCrypt's types with a real Xvnc, whose TLS is GnuTLS, and what happens when TLS goes wrong.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { qunsetenv("SSL_CERT_FILE"); }
    void connects_data();
    void connects();
    void tellsTheServersWords_data();
    void tellsTheServersWords();
    void acceptsAnyUserOfThisMachine();
    void saysWhatIsWrongWithACertificate_data();
    void saysWhatIsWrongWithACertificate();
    void remembersWhoIsTrusted();
    void trustsTheSystemsAuthorities();
    void refusesOldTls();
    void tellsBrokenHandshakes_data();
    void tellsBrokenHandshakes();
    void refusesForgedRecords();

private:
    /// Xvnc with this type; an error, or empty.
    [[nodiscard]] QString start(RealServer &server, const QString &type, const QStringList &more = {}) const;
    [[nodiscard]] static LiveClient::Plan plan(qsizetype piece = 1 << 16);

    QTemporaryDir m_folder;
};

void TlsTest::initTestCase()
{
    PORTLIGHT_NEED_PROGRAM(u"Xvnc"_s);
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    PORTLIGHT_NEED_PROGRAM(u"vncpasswd"_s);
    QVERIFY(TestCertificate::selfSigned(m_folder.path()));
    QVERIFY(TestCertificate::expired(m_folder.path()));
    QProcess vncpasswd;
    vncpasswd.setStandardOutputFile(m_folder.filePath(u"password"_s));
    vncpasswd.start(u"vncpasswd"_s, {u"-f"_s});
    vncpasswd.write("secret\n");
    vncpasswd.closeWriteChannel();
    QVERIFY(vncpasswd.waitForFinished() && vncpasswd.exitCode() == 0);
}

QString TlsTest::start(RealServer &server, const QString &type, const QStringList &more) const
{
    server.setSecurity(QStringList{u"-SecurityTypes"_s, type, u"-rfbauth"_s, m_folder.filePath(u"password"_s),
                                   u"-X509Cert"_s, m_folder.filePath(u"test-certificate.pem"_s), u"-X509Key"_s,
                                   m_folder.filePath(u"test-key.pem"_s), u"-PlainUsers"_s, u"*"_s} +
                       more);
    return server.start(size, firstDisplay);
}

LiveClient::Plan TlsTest::plan(qsizetype piece)
{
    LiveClient::Plan plan{.login = {u"root"_s, "secret"}, .piece = piece};
    plan.settings.serverName = u"127.0.0.1"_s;
    return plan;
}

void TlsTest::connects_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("questions");
    QTest::addColumn<int>("identities");
    QTest::newRow("VncAuth") << u"VncAuth"_s << 1 << 0;
    QTest::newRow("TLSNone") << u"TLSNone"_s << 0 << 0;
    QTest::newRow("TLSVnc") << u"TLSVnc"_s << 1 << 0;
    QTest::newRow("X509None") << u"X509None"_s << 0 << 1;
    QTest::newRow("X509Vnc") << u"X509Vnc"_s << 1 << 1;
}

void TlsTest::connects()
{
    QFETCH(QString, type);
    RealServer server;
    QCOMPARE(start(server, type), QString());
    for (const auto &[piece, answer] :
         {std::pair(1 << 16, LiveClient::Answer::AtOnce), std::pair(1, LiveClient::Answer::AtOnce),
          std::pair(100, LiveClient::Answer::Later)}) {
        LiveClient::Plan own = plan(piece);
        own.answer = answer;
        LiveClient live(own);
        QCOMPARE(live.run(server.port()), QString());
        QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
        QTEST(int(live.logins().size()), "questions");
        QTEST(int(live.identities().size()), "identities");
        if (!live.logins().isEmpty())
            QCOMPARE(live.logins().first().isEncrypted, type != "VncAuth"_L1);
        QCOMPARE(live.client().securityTypeName(), type == "VncAuth"_L1 ? u"VNC Authentication"_s : type);
        live.client().requestUpdate(false);
        QVERIFY(live.waitForUpdates(live.client().updateCount() + 1));
        QVERIFY(type == "VncAuth"_L1 || !live.sent().contains(QByteArray("\3\0\0\0", 4))); // encrypted indeed
    }
}

void TlsTest::tellsTheServersWords_data()
{
    QTest::addColumn<QString>("type");
    for (const QString &type : {u"VncAuth"_s, u"TLSVnc"_s, u"X509Vnc"_s, u"Plain"_s, u"TLSPlain"_s, u"X509Plain"_s})
        QTest::addRow("%s", qPrintable(type)) << type;
}

void TlsTest::tellsTheServersWords()
{
    QFETCH(QString, type);
    RealServer server;
    QCOMPARE(start(server, type), QString());
    LiveClient::Plan own = plan(1);
    own.login = {u"nobody-of-this-name"_s, "guess"};
    LiveClient live(own);
    QCOMPARE(live.run(server.port()), QString());
    QCOMPARE(live.failureId(), u"auth.failed"_s);
    QVERIFY2(live.summary().contains(u": Authentication fail"_s), qPrintable(live.summary()));
    QCOMPARE(live.logins().first().needsUser, type.endsWith("Plain"_L1));
}

/// PAM's service "su" lets root be anybody: the one login that every machine has without its passwords being known.
void TlsTest::acceptsAnyUserOfThisMachine()
{
    if (::geteuid() != 0)
        PORTLIGHT_SKIP(u"Only root can log in without a password that PAM knows."_s);
    for (const QString &type : {u"Plain"_s, u"TLSPlain"_s, u"X509Plain"_s}) {
        RealServer server;
        QCOMPARE(start(server, type, {u"-PAMService"_s, u"su"_s}), QString());
        LiveClient live(plan(3));
        QCOMPARE(live.run(server.port()), QString());
        QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
        QCOMPARE(live.client().securityTypeName(), type);
    }
}

void TlsTest::saysWhatIsWrongWithACertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("authority");
    QTest::newRow("self-signed") << u"test"_s << u"127.0.0.1"_s << u"signed by itself"_s << false;
    QTest::newRow("other address") << u"test"_s << u"127.0.0.2"_s
                                   << u"The certificate is made out for 127.0.0.1, not for 127.0.0.2."_s << true;
    QTest::newRow("other name") << u"test"_s << u"guest.example"_s
                                << u"The certificate is made out for 127.0.0.1, not for guest.example."_s << true;
    QTest::newRow("expired") << u"old"_s << u"127.0.0.1"_s << u"The certificate has expired on "_s << true;
}

void TlsTest::saysWhatIsWrongWithACertificate()
{
    QFETCH(QString, certificate);
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    QFETCH(bool, authority);
    const QString path = m_folder.filePath(certificate + u"-certificate.pem"_s);
    if (authority)
        qputenv("SSL_CERT_FILE", path.toLocal8Bit());
    RealServer server;
    QCOMPARE(start(server, u"X509Vnc"_s,
                   {u"-X509Cert"_s, path, u"-X509Key"_s, m_folder.filePath(certificate + u"-key.pem"_s)}),
             QString());
    LiveClient::Plan own = plan();
    own.settings.serverName = name;
    own.acceptsIdentity = false;
    LiveClient live(own);
    QCOMPARE(live.run(server.port()), QString());
    QCOMPARE(live.identities().size(), 1);
    const ServerIdentity &identity = live.identities().first();
    QVERIFY2(identity.problem.contains(sentence), qPrintable(identity.problem));
    QCOMPARE(identity.kind, ServerIdentity::Kind::Certificate);
    QCOMPARE(identity.sha256.size(), 32);
    QCOMPARE(identity.subject, u"127.0.0.1"_s);
    QCOMPARE(identity.issuer, u"127.0.0.1"_s);
    QVERIFY(identity.validFrom.isValid() && identity.validFrom < identity.validUntil);
    QCOMPARE(identity.validUntil < QDateTime::currentDateTimeUtc(), certificate == "old"_L1);
    QCOMPARE(live.failureId(), u"tls.untrusted"_s);
    QCOMPARE(live.client().failure()->stage, Stage::Security);
    QVERIFY(live.logins().isEmpty());
}

void TlsTest::remembersWhoIsTrusted()
{
    RealServer server;
    QCOMPARE(start(server, u"X509None"_s), QString());
    LiveClient first(plan());
    QCOMPARE(first.run(server.port()), QString());
    QCOMPARE(first.identities().size(), 1);
    LiveClient::Plan own = plan();
    own.settings.trustedIdentities = {QByteArray(32, '\0'), first.identities().first().sha256};
    LiveClient second(own);
    QCOMPARE(second.run(server.port()), QString());
    QVERIFY(second.client().isComplete());
    QVERIFY(second.identities().isEmpty());
}

void TlsTest::trustsTheSystemsAuthorities()
{
    qputenv("SSL_CERT_FILE", m_folder.filePath(u"test-certificate.pem"_s).toLocal8Bit());
    RealServer server;
    QCOMPARE(start(server, u"X509None"_s), QString());
    LiveClient live(plan());
    QCOMPARE(live.run(server.port()), QString());
    QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
    QVERIFY(live.identities().isEmpty());
    // Without a name to compare nobody can vouch.
    LiveClient::Plan nameless = plan();
    nameless.settings.serverName.clear();
    LiveClient other(nameless);
    QCOMPARE(other.run(server.port()), QString());
    QCOMPARE(other.identities().size(), 1);
}

void TlsTest::refusesOldTls()
{
    RealServer server;
    QCOMPARE(start(server, u"X509None"_s, {u"-GnuTLSPriority"_s, u"NORMAL:-VERS-ALL:+VERS-TLS1.1"_s}), QString());
    LiveClient live(plan());
    QCOMPARE(live.run(server.port()), QString());
    QCOMPARE(live.failureId(), u"tls.failed"_s);
}

void TlsTest::tellsBrokenHandshakes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::newRow("no TLS") << veNCrypt(258, "\1this is no TLS record at all, is it?") << u"tls.failed"_s;
    QTest::newRow("no TLS, X509") << veNCrypt(260, "\1RFB 003.008\n") << u"tls.failed"_s;
    QTest::newRow("refused") << veNCrypt(258, QByteArray(1, '\0')) << u"tls.failed"_s;
    QTest::newRow("alert") << veNCrypt(261, QByteArray("\1\x15\3\3\0\2\2\x28", 8)) << u"tls.failed"_s;
    QTest::newRow("old VeNCrypt") << QByteArray("RFB 003.008\n\1\x13\0\1", 16) << u"auth.unsupported"_s;
    QTest::newRow("version refused") << QByteArray("RFB 003.008\n\1\x13\0\2\1", 17) << u"rfb.malformed"_s;
    QTest::newRow("no types") << QByteArray("RFB 003.008\n\1\x13\0\2\0\0", 18) << u"rfb.malformed"_s;
    QTest::newRow("VeNCrypt again") << veNCrypt(19, {}) << u"auth.unsupported"_s;
    QTest::newRow("SASL") << veNCrypt(264, {}) << u"auth.unsupported"_s;
    QTest::newRow("absurd type") << veNCrypt(0x10000, {}) << u"rfb.malformed"_s;
}

void TlsTest::tellsBrokenHandshakes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, id);
    QString where;
    for (const qsizetype piece : {qsizetype(1), qsizetype(5), bytes.size()}) {
        ClientObserver silent;
        Client client(silent);
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            client.receive(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        QVERIFY(client.failure());
        QCOMPARE(client.failure()->id, id);
        QCOMPARE(client.failure()->stage, Stage::Security);
        QVERIFY(piece == 1 || client.failure()->where == where);
        where = client.failure()->where;
    }
}

void TlsTest::refusesForgedRecords()
{
    RealServer server;
    QCOMPARE(start(server, u"TLSNone"_s), QString());
    LiveClient live(plan());
    QCOMPARE(live.run(server.port()), QString());
    QCOMPARE(live.client().state(), ClientState::Running);
    live.client().receive(QByteArray("\x17\3\3\0\x20", 5) + QByteArray(32, 'x'));
    QCOMPARE(live.failureId(), u"rfb.malformed"_s);
    QVERIFY2(live.client().failure()->where.startsWith(u"encrypted connection"_s),
             qPrintable(live.client().failure()->where));
}

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
