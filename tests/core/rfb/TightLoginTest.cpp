// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibVncLoginServer.h"
#include "LiveClient.h"

#include <QTcpServer>
#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// A client that does not see the server's other security types, so that Tight is chosen:
/// LibVNCServer offers its own type first and Tight second; byte by byte.
class OnlyTight final : public ClientObserver
{
public:
    explicit OnlyTight(const QByteArray &password)
        : m_client(*this)
        , m_password(password)
    {
    }

    [[nodiscard]] bool run(quint16 port)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        while (!m_client.isComplete() && !m_client.failure() && m_socket.waitForReadyRead(10000)) {
            m_bytes += m_socket.readAll();
            hideOthers();
            for (const char byte : std::exchange(m_bytes, {})) {
                m_client.receive(QByteArrayView(&byte, 1));
                m_socket.write(m_client.takeOutput());
            }
        }
        return m_client.isComplete();
    }

    [[nodiscard]] const Client &client() const { return m_client; }

private:
    void loginRequired(const LoginRequest &) override { m_client.provideLogin({{}, m_password}); }

    void hideOthers()
    {
        if (m_client.state() == ClientState::Security && m_bytes.size() == 3 && m_bytes.startsWith('\2'))
            m_bytes = QByteArray("\1") + m_bytes.last(1);
    }

    QTcpSocket m_socket;
    Client m_client;
    QByteArray m_password;
    QByteArray m_bytes;
};

} // namespace

/// TightVNC's security type with LibVNCServer, byte by byte.
class TightLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsEverybodyIn();
    void asksForThePassword();
    void tellsTheServersWords();
};

void TightLoginTest::letsEverybodyIn()
{
    const quint16 port = freePort();
    const LibVncLoginServer server(port, {});
    OnlyTight viewer({});
    QVERIFY2(viewer.run(port), qPrintable(viewer.client().failure().value_or(Failure()).summary));
    QCOMPARE(viewer.client().securityTypeName(), u"Tight"_s);
    QCOMPARE(viewer.client().framebuffer().size(), QSize(64, 48));
}

void TightLoginTest::asksForThePassword()
{
    const quint16 port = freePort();
    const LibVncLoginServer server(port, "secret");
    OnlyTight viewer("secret");
    QVERIFY2(viewer.run(port), qPrintable(viewer.client().failure().value_or(Failure()).summary));
    QCOMPARE(viewer.client().securityTypeName(), u"Tight"_s);
}

void TightLoginTest::tellsTheServersWords()
{
    const quint16 port = freePort();
    const LibVncLoginServer server(port, "secret");
    OnlyTight viewer("guess");
    QVERIFY(!viewer.run(port));
    QCOMPARE(viewer.client().failure()->id, u"auth.failed"_s);
    QVERIFY2(viewer.client().failure()->summary.contains(u"password check failed"_s),
             qPrintable(viewer.client().failure()->summary));
}

QTEST_GUILESS_MAIN(TightLoginTest)
#include "TightLoginTest.moc"
