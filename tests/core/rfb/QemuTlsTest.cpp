// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveClient.h"
#include "support/TestCertificate.h"
#include "support/TestTools.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

using namespace portlight;
using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int firstDisplay = 690; // a range of its own
constexpr int displays = 10;
constexpr int deadline = 20000; // milliseconds
const QString program = u"qemu-system-x86_64"_s;

/// QEMU without a machine in it, for its VNC server; ends with the object.
class Qemu
{
public:
    ~Qemu()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// False when it did not start.
    [[nodiscard]] bool start(const QStringList &objects, const QString &options)
    {
        for (int display = firstDisplay; display < firstDisplay + displays; ++display) {
            m_process.start(program, QStringList{u"-S"_s, u"-M"_s, u"none"_s, u"-display"_s, u"none"_s} + objects +
                                         QStringList{u"-vnc"_s, u"127.0.0.1:%1,%2"_s.arg(display).arg(options)});
            m_port = quint16(5900 + display);
            if (answers())
                return true;
        }
        return false;
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[nodiscard]] bool answers()
    {
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(deadline) && !m_process.waitForFinished(50)) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, m_port);
            if (socket.waitForConnected(200))
                return true;
        }
        return false;
    }

    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

/// VeNCrypt with QEMU's built-in server and a certificate that an authority has signed.
class QemuTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { qunsetenv("SSL_CERT_FILE"); }
    void connects_data();
    void connects();
    void namesTheAuthority();
    void tellsTheServersWords();

private:
    [[nodiscard]] QStringList objects() const;

    QTemporaryDir m_folder;
};

void QemuTlsTest::initTestCase()
{
    PORTLIGHT_NEED_PROGRAM(program);
    PORTLIGHT_NEED_PROGRAM(u"openssl"_s);
    QVERIFY(TestCertificate::withAuthority(m_folder.path()));
}

QStringList QemuTlsTest::objects() const
{
    return {u"-object"_s, u"tls-creds-x509,id=x509,dir=%1,endpoint=server,verify-peer=off"_s.arg(m_folder.path()),
            u"-object"_s, u"tls-creds-anon,id=anonymous,endpoint=server"_s,
            u"-object"_s, u"secret,id=password,data=secret"_s};
}

void QemuTlsTest::connects_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("type");
    QTest::newRow("TLSNone") << u"tls-creds=anonymous"_s << u"TLSNone"_s;
    QTest::newRow("TLSVnc") << u"tls-creds=anonymous,password-secret=password"_s << u"TLSVnc"_s;
    QTest::newRow("X509None") << u"tls-creds=x509"_s << u"X509None"_s;
    QTest::newRow("X509Vnc") << u"tls-creds=x509,password-secret=password"_s << u"X509Vnc"_s;
}

void QemuTlsTest::connects()
{
    QFETCH(QString, options);
    QFETCH(QString, type);
    qputenv("SSL_CERT_FILE", m_folder.filePath(u"ca-cert.pem"_s).toLocal8Bit());
    Qemu qemu;
    QVERIFY(qemu.start(objects(), options));
    for (const qsizetype piece : {1, 65536}) {
        LiveClient::Plan plan{.login = {{}, "secret"}, .acceptsIdentity = false, .piece = piece};
        plan.settings.serverName = u"127.0.0.1"_s;
        LiveClient live(plan);
        QCOMPARE(live.run(qemu.port()), QString());
        QVERIFY2(live.client().isComplete(), qPrintable(live.summary()));
        QCOMPARE(live.client().securityTypeName(), type);
        QVERIFY(live.identities().isEmpty());
    }
}

void QemuTlsTest::namesTheAuthority()
{
    Qemu qemu;
    QVERIFY(qemu.start(objects(), u"tls-creds=x509"_s));
    LiveClient::Plan plan;
    plan.settings.serverName = u"127.0.0.1"_s;
    LiveClient live(plan);
    QCOMPARE(live.run(qemu.port()), QString());
    QVERIFY(live.client().isComplete());
    QCOMPARE(live.identities().size(), 1);
    QCOMPARE(live.identities().first().subject, u"desk"_s);
    QCOMPARE(live.identities().first().problem,
             u"The certificate comes from Portlight test authority, which this machine does not trust."_s);
}

void QemuTlsTest::tellsTheServersWords()
{
    Qemu qemu;
    QVERIFY(qemu.start(objects(), u"tls-creds=anonymous,password-secret=password"_s));
    LiveClient live({.login = {{}, "guess"}});
    QCOMPARE(live.run(qemu.port()), QString());
    QCOMPARE(live.failureId(), u"auth.failed"_s);
    QCOMPARE(live.summary(), u"The server does not accept the password: Authentication failed"_s);
}

QTEST_GUILESS_MAIN(QemuTlsTest)
#include "QemuTlsTest.moc"
