// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

class LocalConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsByAddressAndByName()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        for (const QString &address : {u"127.0.0.1"_s, u"localhost"_s})
            QVERIFY(m_host.connectTcp(address, server.serverPort(), QDeadlineTimer(5s), {}));
    }

    void tellsRefusedFromUnknownNames()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        QCOMPARE(m_host.connectTcp(u"127.0.0.1"_s, port, QDeadlineTimer(5s), {}).error().id, u"connect.refused"_s);
        QCOMPARE(m_host.connectTcp(u"no-such-machine.invalid"_s, 80, QDeadlineTimer(20s), {}).error().id,
                 u"connect.name-not-found"_s);
    }

    void aFullBacklogTimesOut()
    {
        // A listener that never accepts and whose queue is full answers no more.
        QTcpServer server;
        server.setListenBacklogSize(0);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        std::vector<HostSocket> fillers;
        Error last;
        QElapsedTimer timer;
        for (int i = 0; i < 300 && last.id.isEmpty(); ++i) {
            timer.restart();
            auto socket = m_host.connectTcp(u"127.0.0.1"_s, server.serverPort(), QDeadlineTimer(300ms), {});
            if (socket)
                fillers.push_back(*std::move(socket));
            else
                last = socket.error();
        }
        QCOMPARE(last.id, u"connect.timeout"_s);
        QVERIFY(timer.elapsed() < 3000);
    }

    void unixSockets()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s"_s);
        QCOMPARE(m_host.connectUnix(path, QDeadlineTimer(1s), {}).error().id, u"connect.refused"_s);
        QLocalServer server;
        QVERIFY(server.listen(path));
        QVERIFY(m_host.connectUnix(path, QDeadlineTimer(1s), {}));
        const QString tooLong = folder.filePath(QString(120, u'x'));
        QVERIFY(!m_host.connectUnix(tooLong, QDeadlineTimer(100ms), {}));
    }

    void aFullUnixQueueIsWaitedForAndThenTold()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s"_s);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.toUtf8().constData(), sizeof address.sun_path);
        HostSocket listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(bind(listener.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(listen(listener.fd(), 1), 0);
        std::vector<HostSocket> waiting;
        Error last;
        for (int i = 0; i < 20 && last.id.isEmpty(); ++i) {
            auto socket = m_host.connectUnix(path, QDeadlineTimer(100ms), {});
            if (socket)
                waiting.push_back(*std::move(socket));
            else
                last = socket.error();
        }
        QCOMPARE(last.id, u"connect.timeout"_s);
        // As soon as the listener takes one, there is room for the next.
        const HostSocket taken(accept(listener.fd(), nullptr, nullptr));
        QVERIFY(m_host.connectUnix(path, QDeadlineTimer(5s), {}));
    }

    void readsAndWrites()
    {
        int ends[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        HostSocket left(ends[0]);
        HostSocket right(ends[1]);
        QVERIFY(left.write("hello", QDeadlineTimer(1s), {}));
        QCOMPARE(right.read(3, QDeadlineTimer(1s), {}).value(), "hel");
        QCOMPARE(right.read(30, QDeadlineTimer(1s), {}).value(), "lo");
        QCOMPARE(right.read(30, QDeadlineTimer(50ms), {}).error().id, u"socket.timeout"_s);
        // A reader that never comes: the buffer fills and the deadline counts.
        QCOMPARE(left.write(QByteArray(64 * 1024 * 1024, 'x'), QDeadlineTimer(50ms), {}).error().id,
                 u"socket.timeout"_s);
        const Cancellation cancelled;
        cancelled.request();
        QCOMPARE(left.read(1, QDeadlineTimer(1s), cancelled).error().kind, ErrorKind::Cancelled);
        left.close();
        while (true) {
            const auto rest = right.read(1'000'000, QDeadlineTimer(1s), {});
            QVERIFY(rest);
            if (rest->isEmpty())
                break;
        }
        QCOMPARE(right.write("x", QDeadlineTimer(1s), {}).error().id, u"socket.closed"_s);
    }

private:
    LocalHost m_host;
};

QTEST_GUILESS_MAIN(LocalConnectTest)
#include "LocalConnectTest.moc"
