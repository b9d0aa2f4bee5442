// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveClient.h"
#include "support/StrictRa2.h"
#include "support/StrictRfbServer.h"

#include <QCryptographicHash>
#include <QTest>

using namespace portlight;
using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const Login right{u"anna"_s, "secret", u"guest"_s};
const QByteArray reason = StrictOptions().reason;

bool isRa2(const QByteArray &security)
{
    return security.startsWith("ra");
}

StrictOptions withSecurity(const QByteArray &security)
{
    StrictOptions options;
    options.security = security;
    return options;
}

/// A strict server that listens.
struct Served
{
    explicit Served(StrictOptions options)
        : strict(std::move(options), {}, QSize(64, 48))
        , server(strict.script())
    {
    }
    StrictRfbServer strict;
    HostileServer server;
};

} // namespace

/// Logins against a server that checks them with other libraries than ours.
class StrictLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsIn_data();
    void logsIn();
    void usesKnownLogins_data() { everySecurity(); }
    void usesKnownLogins();
    void asksOnlyForWhatIsNeeded_data();
    void asksOnlyForWhatIsNeeded();
    void tellsTheServersWords_data() { everyLogin(); }
    void tellsTheServersWords();
    void refusesForgedMessages_data();
    void refusesForgedMessages();
    void showsTheServersKey();
    void sendsNothingToStrangers();
    void sendsLongLogins_data() { everyLogin(); }
    void sendsLongLogins();
    void asksRa2WithoutAUser();

private:
    static void everySecurity();
    static void everyLogin();
};

void StrictLoginTest::everySecurity()
{
    QTest::addColumn<QByteArray>("security");
    for (const QByteArray &security : StrictSecurity::names())
        QTest::addRow("%s", security.data()) << security;
}

void StrictLoginTest::everyLogin()
{
    QTest::addColumn<QByteArray>("security");
    for (const QByteArray &security : StrictSecurity::names()) {
        if (!security.endsWith("none"))
            QTest::addRow("%s", security.data()) << security;
    }
}

void StrictLoginTest::logsIn_data()
{
    QTest::addColumn<QByteArray>("security");
    QTest::addColumn<int>("piece");
    QTest::addColumn<LiveClient::Answer>("answer");
    for (const QByteArray &security : StrictSecurity::names()) {
        QTest::addRow("%s whole", security.data()) << security << 65536 << LiveClient::Answer::AtOnce;
        QTest::addRow("%s bytewise", security.data()) << security << 1 << LiveClient::Answer::AtOnce;
        QTest::addRow("%s later", security.data()) << security << 7 << LiveClient::Answer::Later;
    }
}

void StrictLoginTest::logsIn()
{
    QFETCH(QByteArray, security);
    QFETCH(int, piece);
    QFETCH(LiveClient::Answer, answer);
    Served served(withSecurity(security));
    LiveClient live({.login = right, .answer = answer, .piece = piece});
    QCOMPARE(live.run(served.server.port()), QString());
    QVERIFY2(live.client().isComplete(), qPrintable(live.summary() + served.strict.problems().join(u' ')));
    QCOMPARE(served.strict.problems(), QStringList());
    QCOMPARE(served.strict.logins(), 1);
    QCOMPARE(live.logins().size(), security.endsWith("none") ? 0 : 1);
    QCOMPARE(live.identities().size(), isRa2(security) ? 1 : 0);
    // It goes on: what is sent later arrives too, encrypted or not.
    live.client().requestUpdate(false);
    QVERIFY(live.waitForUpdates(live.client().updateCount() + 1));
    QCOMPARE(served.strict.problems(), QStringList());
}

void StrictLoginTest::usesKnownLogins()
{
    QFETCH(QByteArray, security);
    Served served(withSecurity(security));
    LiveClient::Plan plan{.answer = LiveClient::Answer::Never};
    plan.settings.login = right;
    plan.settings.trustedIdentities = {QCryptographicHash::hash(StrictRa2::publicKey(), QCryptographicHash::Sha256)};
    LiveClient live(plan);
    QCOMPARE(live.run(served.server.port()), QString());
    QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
    QVERIFY(live.logins().isEmpty());
    QVERIFY(live.identities().isEmpty());
}

void StrictLoginTest::asksOnlyForWhatIsNeeded_data()
{
    QTest::addColumn<QByteArray>("security");
    QTest::addColumn<bool>("user");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<bool>("target");
    QTest::addColumn<QString>("method");
    QTest::newRow("vnc") << QByteArray("vnc") << false << false << false << u"VNC Authentication"_s;
    QTest::newRow("plain") << QByteArray("plain") << true << false << false << u"Plain"_s;
    QTest::newRow("xvp") << QByteArray("xvp") << true << false << true << u"XVP"_s;
    QTest::newRow("ard") << QByteArray("ard") << true << true << false << u"Apple Remote Desktop"_s;
    QTest::newRow("mslogon2") << QByteArray("mslogon2") << true << false << false << u"MS-Logon II"_s;
    QTest::newRow("tight-vnc") << QByteArray("tight-vnc") << false << false << false << u"VNC Authentication"_s;
    QTest::newRow("tight-unix") << QByteArray("tight-unix") << true << false << false << u"TightVNC Unix login"_s;
    QTest::newRow("ra2") << QByteArray("ra2") << true << true << false << u"RA2"_s;
    QTest::newRow("ra2ne") << QByteArray("ra2ne") << true << true << false << u"RA2ne"_s;
    QTest::newRow("ra256") << QByteArray("ra256") << true << true << false << u"RA256"_s;
    QTest::newRow("rane256") << QByteArray("rane256") << true << true << false << u"RAne256"_s;
}

void StrictLoginTest::asksOnlyForWhatIsNeeded()
{
    QFETCH(QByteArray, security);
    QFETCH(QString, method);
    Served served(withSecurity(security));
    LiveClient live({.login = right});
    QCOMPARE(live.run(served.server.port()), QString());
    QCOMPARE(live.logins().size(), 1);
    QTEST(live.logins().first().needsUser, "user");
    QTEST(live.logins().first().isEncrypted, "encrypted");
    QTEST(live.logins().first().needsTarget, "target");
    QCOMPARE(live.logins().first().method, method);
}

void StrictLoginTest::tellsTheServersWords()
{
    QFETCH(QByteArray, security);
    const bool needsUser = security != "vnc" && security != "tight-vnc";
    Login wrongPassword = right;
    wrongPassword.password = "guess";
    Login wrongUser = right;
    wrongUser.user = u"berta"_s;
    for (const Login &wrong : needsUser ? QList{wrongPassword, wrongUser} : QList{wrongPassword}) {
        for (const qsizetype piece : {1, 65536}) {
            Served served(withSecurity(security));
            LiveClient live({.login = wrong, .piece = piece});
            QCOMPARE(live.run(served.server.port()), QString());
            QCOMPARE(live.failureId(), u"auth.failed"_s);
            QCOMPARE(stageId(live.client().failure()->stage), u"rfb-security"_s);
            QVERIFY2(live.summary().endsWith(u": "_s + QString::fromLatin1(reason)), qPrintable(live.summary()));
            QCOMPARE(live.summary().contains(u"user name"_s), needsUser);
            QCOMPARE(served.strict.problems(), QStringList());
            QCOMPARE(served.strict.logins(), 0);
        }
    }
}

void StrictLoginTest::refusesForgedMessages_data()
{
    QTest::addColumn<QByteArray>("security");
    QTest::addColumn<int>("message");
    QTest::addColumn<QString>("where");
    for (const QByteArray security : {"ra2", "ra2ne", "ra256", "rane256"}) {
        QTest::addRow("%s hash", security.data()) << security << 0 << u"hash with a wrong MAC"_s;
        QTest::addRow("%s kind", security.data()) << security << 1 << u"kind of login with a wrong MAC"_s;
    }
}

void StrictLoginTest::refusesForgedMessages()
{
    QFETCH(QByteArray, security);
    QFETCH(QString, where);
    StrictOptions options = withSecurity(security);
    QFETCH(int, message);
    options.tamperedMessage = message;
    Served served(options);
    LiveClient live({.login = right});
    QCOMPARE(live.run(served.server.port()), QString());
    QCOMPARE(live.failureId(), u"rfb.malformed"_s);
    QVERIFY2(live.client().failure()->where.endsWith(where), qPrintable(live.client().failure()->where));
    QVERIFY(live.logins().isEmpty());
}

void StrictLoginTest::showsTheServersKey()
{
    Served served(withSecurity("ra2ne"));
    LiveClient live({.answer = LiveClient::Answer::Never});
    QCOMPARE(live.run(served.server.port()), QString());
    QCOMPARE(live.identities().size(), 1);
    const ServerIdentity &identity = live.identities().first();
    QCOMPARE(identity.kind, ServerIdentity::Kind::RsaKey);
    const QByteArray key = StrictRa2::publicKey();
    QCOMPARE(identity.sha256, QCryptographicHash::hash(key, QCryptographicHash::Sha256));
    QCOMPARE(identity.novncFingerprint, QCryptographicHash::hash(key, QCryptographicHash::Sha1).first(8));
    QVERIFY(!identity.problem.isEmpty());
    QCOMPARE(live.client().state(), ClientState::Authentication);
}

void StrictLoginTest::sendsNothingToStrangers()
{
    Served served(withSecurity("ra2"));
    LiveClient::Plan plan{.login = right, .acceptsIdentity = false};
    plan.settings.trustedIdentities = {QByteArray(32, 'x')};
    LiveClient live(plan);
    QCOMPARE(live.run(served.server.port()), QString());
    QCOMPARE(live.failureId(), u"tls.untrusted"_s);
    QCOMPARE(stageId(live.client().failure()->stage), u"rfb-security"_s);
    QCOMPARE(live.sent(), QByteArray("RFB 003.008\n\5"));
    QVERIFY(live.logins().isEmpty());
}

/// Names and passwords of the greatest length that the type has room for, outside ASCII too.
void StrictLoginTest::sendsLongLogins()
{
    QFETCH(QByteArray, security);
    StrictOptions options = withSecurity(security);
    const bool isShort = security == "ard";
    options.user = QString(isShort ? 31 : 60, QChar(0xe4)).toUtf8();
    options.password = QString(31, QChar(0xdf)).toUtf8();
    Served served(options);
    LiveClient live({.login = {QString::fromUtf8(options.user), options.password, u"guest"_s}});
    QCOMPARE(live.run(served.server.port()), QString());
    QVERIFY2(live.client().isComplete(), qPrintable(live.summary() + served.strict.problems().join(u' ')));
}

void StrictLoginTest::asksRa2WithoutAUser()
{
    StrictOptions options = withSecurity("ra2ne");
    options.user.clear();
    Served served(options);
    LiveClient live({.login = {{}, "secret"}});
    QCOMPARE(live.run(served.server.port()), QString());
    QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
    QVERIFY(!live.logins().first().needsUser);
}

QTEST_GUILESS_MAIN(StrictLoginTest)
#include "StrictLoginTest.moc"
