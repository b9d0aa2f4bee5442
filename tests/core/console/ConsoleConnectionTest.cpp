// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleConnection.h"
#include "console/ConsoleRelay.h"
#include "console/ConsoleService.h"
#include "hosts/LocalHost.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

std::array<int, 2> socketPair()
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        qFatal("no socket pair");
    return ends;
}

void writeTo(int fd, const QByteArray &bytes)
{
    if (::write(fd, bytes.constData(), size_t(bytes.size())) != bytes.size())
        qFatal("cannot write");
}

QByteArray readFrom(int fd)
{
    std::array<char, 1000> buffer;
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    return {buffer.data(), std::max<ssize_t>(0, got)};
}

} // namespace

class ConsoleConnectionTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 10'000;

private Q_SLOTS:
    void bytesGoBothWays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"console.sock"_s);
        QLocalServer server;
        QVERIFY(server.listen(path));
        ConsoleConnection console(std::make_shared<LocalHost>(), path);
        QSignalSpy opened(&console, &ConsoleConnection::opened);
        QSignalSpy closed(&console, &ConsoleConnection::closed);
        QByteArray received;
        connect(&console, &ConsoleConnection::received, this, [&](const QByteArray &bytes) { received += bytes; });
        QVERIFY(!console.send("too early"));
        console.open();
        QVERIFY(opened.wait(Patience));
        QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), Patience);
        const std::unique_ptr<QLocalSocket> guest(server.nextPendingConnection());
        guest->write("login: ");
        QTRY_COMPARE_WITH_TIMEOUT(received, QByteArray("login: "), Patience);
        QVERIFY(console.send("root\n"));
        QTRY_COMPARE_WITH_TIMEOUT(guest->bytesAvailable(), 5, Patience);
        QCOMPARE(guest->readAll(), QByteArray("root\n"));
        guest->disconnectFromServer();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, Patience);
        QVERIFY(!console.send("too late"));
    }

    void aGuestThatDoesNotReadCannotFillTheMemory()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"console.sock"_s);
        QLocalServer server;
        QVERIFY(server.listen(path));
        ConsoleConnection console(std::make_shared<LocalHost>(), path);
        QSignalSpy opened(&console, &ConsoleConnection::opened);
        console.open();
        QVERIFY(opened.wait(Patience));
        const QByteArray piece(256 * 1024, 'x');
        int accepted = 0;
        while (accepted < 100 && console.send(piece))
            ++accepted;
        QVERIFY(accepted >= 4);
        QVERIFY(accepted < 20);
    }

    void aWindowThatDoesNotTakeHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"console.sock"_s);
        QLocalServer server;
        QVERIFY(server.listen(path));
        ConsoleConnection console(std::make_shared<LocalHost>(), path);
        QSignalSpy opened(&console, &ConsoleConnection::opened);
        QByteArray received;
        connect(&console, &ConsoleConnection::received, this, [&](const QByteArray &bytes) { received += bytes; });
        QSignalSpy dropped(&console, &ConsoleConnection::dropped);
        console.open();
        QVERIFY(opened.wait(Patience));
        const std::unique_ptr<QLocalSocket> guest(server.nextPendingConnection());
        // No event loop runs while the guest writes, as in a window that hangs: it must get rid of everything.
        const QByteArray piece(1024 * 1024, 'x');
        constexpr int pieces = 12;
        for (int i = 0; i < pieces; ++i) {
            QCOMPARE(guest->write(piece), piece.size());
            while (guest->bytesToWrite() > 0)
                QVERIFY2(guest->waitForBytesWritten(Patience), "the guest is held up");
        }
        QTRY_VERIFY_WITH_TIMEOUT(!dropped.isEmpty(), Patience);
        QVERIFY(received.size() >= 1024 * 1024);
        guest->write("END");
        QTRY_VERIFY_WITH_TIMEOUT(received.endsWith("END"), Patience);
        qint64 lost = 0;
        for (const QList<QVariant> &signal : dropped)
            lost += signal.first().toLongLong();
        QCOMPARE(received.size() + lost, pieces * piece.size() + 3);
        QVERIFY(lost > 0);
    }

    void theKernelsListTellsWhoIsServed()
    {
        const QByteArray list = "Num       RefCount Protocol Flags    Type St Inode Path\n"
                                "0000000000000000: 00000002 00000000 00010000 0001 01 100 /run/a b.sock\n"
                                "0000000000000000: 00000003 00000000 00000000 0001 03 101 /run/a b.sock\n"
                                "0000000000000000: 00000003 00000000 00000000 0001 02     0 /run/a b.sock\n"
                                "0000000000000000: 00000003 00000000 00000000 0001 03 102 /other/run/a b.sock\n"
                                "0000000000000000: 00000003 00000000 00000000 0001 03 103\n"
                                "damaged /run/a b.sock\n";
        const ConsoleClients clients = ConsoleClients::read(list, "/run/a b.sock");
        QCOMPARE(clients.served, 1);
        QCOMPARE(clients.waiting, 1);
        QCOMPARE(ConsoleClients::read({}, "/run/a b.sock").waiting, 0);
    }

    void theRelayReadsOnWhenItsTerminalIsStopped()
    {
        const auto console = socketPair();
        const auto input = socketPair();
        std::array<int, 2> output{-1, -1}; // a pipe that nobody reads
        QCOMPARE(::pipe(output.data()), 0);
        const Cancellation cancellation;
        Result<ConsoleRelay::End> end = ConsoleRelay::End::Input;
        std::thread relay([&] {
            end = ConsoleRelay::run(HostSocket(console[0]), input[0], output[1], ConsoleRelay::DefaultEscape,
                                    cancellation);
        });
        QByteArray written;
        for (int i = 0; i < 200'000; ++i)
            written += QByteArray::number(i).rightJustified(9, '0') + '\n';
        for (qsizetype offset = 0; offset < written.size(); offset += 8192)
            writeTo(console[1], written.mid(offset, 8192)); // would block for good if nobody read
        QByteArray shown;
        const auto readOn = [&] {
            const QByteArray bytes = readFrom(output[0]);
            shown += bytes;
            return !bytes.isEmpty();
        };
        while (!shown.contains("bytes could not be shown") && readOn()) {
        }
        const qsizetype mark = shown.indexOf("\r\n\xe2\x80\x94");
        QVERIFY(mark >= 256 * 1024);
        QCOMPARE(shown.first(mark), written.first(mark));
        // What comes after the gap is shown again.
        writeTo(console[1], "login: ");
        while (!shown.endsWith("login: ") && readOn()) {
        }
        writeTo(input[1], "\x1d");
        relay.join();
        QVERIFY(end && *end == ConsoleRelay::End::Escape);
        for (const int fd : {console[1], input[0], input[1], output[0], output[1]})
            ::close(fd);
    }

    void noSocketIsAnError()
    {
        ConsoleConnection console(std::make_shared<LocalHost>(), u"/nonexistent/console.sock"_s);
        QSignalSpy failed(&console, &ConsoleConnection::failed);
        console.open();
        QVERIFY(failed.wait(Patience));
        QVERIFY(!failed.first().first().value<Error>().id.isEmpty());
    }

    void theRelayEndsWithItsEscape()
    {
        const auto console = socketPair();
        const auto terminal = socketPair();
        const Cancellation cancellation;
        Result<ConsoleRelay::End> end = ConsoleRelay::End::Input;
        std::thread relay([&] {
            end = ConsoleRelay::run(HostSocket(console[0]), terminal[0], terminal[0], ConsoleRelay::DefaultEscape,
                                    cancellation);
        });
        writeTo(console[1], "login: ");
        QCOMPARE(readFrom(terminal[1]), QByteArray("login: "));
        writeTo(terminal[1], "root\n");
        QCOMPARE(readFrom(console[1]), QByteArray("root\n"));
        writeTo(terminal[1], "ls\x1dhidden");
        relay.join();
        QVERIFY(end);
        QCOMPARE(*end, ConsoleRelay::End::Escape);
        QCOMPARE(readFrom(console[1]), QByteArray("ls"));
        ::close(console[1]);
        ::close(terminal[0]);
        ::close(terminal[1]);
    }

    void theRelayEndsWithTheConsoleOrWhenCancelled()
    {
        for (const bool cancel : {false, true}) {
            const auto console = socketPair();
            const auto terminal = socketPair();
            const Cancellation cancellation;
            Result<ConsoleRelay::End> end = ConsoleRelay::End::Input;
            std::thread relay(
                [&] { end = ConsoleRelay::run(HostSocket(console[0]), terminal[0], terminal[0], 0, cancellation); });
            if (cancel)
                cancellation.request();
            else
                ::shutdown(console[1], SHUT_RDWR);
            relay.join();
            QCOMPARE(end.has_value(), !cancel);
            if (cancel)
                QCOMPARE(end.error().id, u"cancelled"_s);
            else
                QCOMPARE(*end, ConsoleRelay::End::Console);
            ::close(console[1]);
            ::close(terminal[0]);
            ::close(terminal[1]);
        }
    }
};

QTEST_GUILESS_MAIN(ConsoleConnectionTest)
#include "ConsoleConnectionTest.moc"
