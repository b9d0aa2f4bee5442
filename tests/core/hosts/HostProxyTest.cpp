// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/HostProxy.h"
#include "hosts/LocalHost.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// Qt's own sockets through the proxy: data, half-close, errors and strangers.
class HostProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto proxy = HostProxy::start(std::make_shared<LocalHost>());
        QVERIFY(proxy);
        m_proxy = *std::move(proxy);
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }

    void carriesBytesBothWays()
    {
        QTcpSocket client;
        client.setProxy(m_proxy->proxy());
        client.connectToHost(u"localhost"_s, m_server.serverPort());
        QVERIFY(client.waitForConnected());
        QTRY_VERIFY(m_server.hasPendingConnections());
        QTcpSocket *served = m_server.nextPendingConnection();
        const QByteArray much = QByteArray("portlight").repeated(1'000'000);
        QByteArray received;
        connect(served, &QIODevice::readyRead, served, [&] { received += served->readAll(); });
        client.write(much);
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), much.size(), 20'000);
        QCOMPARE(received, much);
        served->write("answer");
        QTRY_COMPARE(client.bytesAvailable(), 6);
        served->disconnectFromHost();
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
    }

    void refusedAndUnknownComeOutAsQtErrors()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        QCOMPARE(errorOf(u"127.0.0.1"_s, port, m_proxy->proxy()), QAbstractSocket::ConnectionRefusedError);
        QCOMPARE(errorOf(u"no-such-machine.invalid"_s, 80, m_proxy->proxy()), QAbstractSocket::HostNotFoundError);
    }

    void aWrongPasswordStaysOutside()
    {
        QNetworkProxy stranger = m_proxy->proxy();
        stranger.setPassword(u"guess"_s);
        QCOMPARE(errorOf(u"127.0.0.1"_s, m_server.serverPort(), stranger),
                 QAbstractSocket::ProxyAuthenticationRequiredError);
    }

    void endsWithItsConnections()
    {
        auto proxy = HostProxy::start(std::make_shared<LocalHost>());
        QVERIFY(proxy);
        QTcpSocket client;
        client.setProxy((*proxy)->proxy());
        client.connectToHost(u"127.0.0.1"_s, m_server.serverPort());
        QVERIFY(client.waitForConnected());
        QElapsedTimer timer;
        timer.start();
        proxy->reset();
        QVERIFY(timer.elapsed() < 3000);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

private:
    static QAbstractSocket::SocketError errorOf(const QString &host, quint16 port, const QNetworkProxy &proxy)
    {
        QTcpSocket client;
        client.setProxy(proxy);
        QSignalSpy failed(&client, &QAbstractSocket::errorOccurred);
        client.connectToHost(host, port);
        return failed.wait(20'000) ? client.error() : QAbstractSocket::UnknownSocketError;
    }

    std::unique_ptr<HostProxy> m_proxy;
    QTcpServer m_server;
};

QTEST_GUILESS_MAIN(HostProxyTest)
#include "HostProxyTest.moc"
