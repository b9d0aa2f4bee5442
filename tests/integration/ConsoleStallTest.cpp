// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleConnection.h"
#include "console/ConsoleRelay.h"
#include "console/ConsoleService.h"
#include "hosts/LocalHost.h"
#include "support/TinyGuest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// A client that is connected to QEMU's console and does not read stops the guest in the middle of a line. Ours do not.
class ConsoleStallTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 60'000;
    /// More than QEMU and the kernel keep for a client that does not read.
    static constexpr qint64 Enough = 64 * 1024;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyGuest> m_guest;
    HostPointer m_host = std::make_shared<LocalHost>();

    qint64 written() const { return QFile(m_guest->log()).size(); }
    bool waitUntilWritten(qint64 bytes) const
    {
        const QDeadlineTimer deadline(Patience);
        while (written() < bytes && !deadline.hasExpired())
            QTest::qSleep(10); // no event loop: the window hangs
        return written() >= bytes;
    }

private Q_SLOTS:
    void init()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        m_folder = std::make_unique<QTemporaryDir>();
        m_guest = std::make_unique<TinyGuest>(m_folder->path());
        QVERIFY(m_guest->start());
    }
    void cleanup() { m_guest.reset(); }

    void aClientThatDoesNotReadStopsTheGuest()
    {
        // What this test is about; if QEMU ever drops such bytes, the rest here is for nothing.
        auto socket = m_host->connectUnix(m_guest->consoleSocket(), QDeadlineTimer(5s), {});
        QVERIFY(socket && socket->write("F", QDeadlineTimer(5s), {}));
        qint64 before = 0;
        do {
            before = written();
            QTest::qSleep(1500);
        } while (written() > before && written() < Enough);
        QVERIFY(written() < Enough);
    }

    void theWindowsConsoleReadsOnWhileTheWindowHangs()
    {
        ConsoleConnection console(m_host, m_guest->consoleSocket());
        QSignalSpy opened(&console, &ConsoleConnection::opened);
        console.open();
        QVERIFY(opened.wait(Patience));
        QVERIFY(console.send("F"));
        QVERIFY(waitUntilWritten(Enough));
    }

    void theCommandsConsoleReadsOnWhileItsTerminalIsStopped()
    {
        auto socket = m_host->connectUnix(m_guest->consoleSocket(), QDeadlineTimer(5s), {});
        QVERIFY(socket);
        std::array<int, 2> input{-1, -1};
        std::array<int, 2> output{-1, -1}; // nobody reads this one
        QCOMPARE(::pipe(input.data()), 0);
        QCOMPARE(::pipe(output.data()), 0);
        const Cancellation cancellation;
        std::thread relay([&] {
            (void)ConsoleRelay::run(*std::move(socket), input[0], output[1], ConsoleRelay::DefaultEscape, cancellation);
        });
        QCOMPARE(::write(input[1], "F", 1), 1);
        const bool goesOn = waitUntilWritten(Enough);
        QCOMPARE(::write(input[1], "\x1d", 1), 1);
        relay.join();
        QVERIFY(goesOn);
        for (const int fd : {input[0], input[1], output[0], output[1]})
            ::close(fd);
    }

    void aSecondConsoleIsToldSo()
    {
        ConsoleConnection first(m_host, m_guest->consoleSocket());
        QSignalSpy opened(&first, &ConsoleConnection::opened);
        first.open();
        QVERIFY(opened.wait(Patience));
        ConsoleConnection second(m_host, m_guest->consoleSocket());
        QSignalSpy failed(&second, &ConsoleConnection::failed);
        QSignalSpy secondOpened(&second, &ConsoleConnection::opened);
        second.open();
        QVERIFY(failed.wait(Patience));
        const Error error = failed.first().first().value<Error>();
        QCOMPARE(error.id, u"console.in-use"_s);
        QVERIFY(!error.text().isEmpty() && !error.hint.isEmpty());
        QCOMPARE(secondOpened.count(), 0);
        // When the first one has gone, there is room.
        first.close();
        ConsoleConnection third(m_host, m_guest->consoleSocket());
        QSignalSpy thirdOpened(&third, &ConsoleConnection::opened);
        QByteArray received;
        connect(&third, &ConsoleConnection::received, this, [&](const QByteArray &bytes) { received += bytes; });
        third.open();
        QVERIFY(thirdOpened.wait(Patience));
        QVERIFY(third.send("root\r"));
        QTRY_VERIFY_WITH_TIMEOUT(received.contains("root\r\ntiny login: "), Patience);
    }
};

QTEST_GUILESS_MAIN(ConsoleStallTest)
#include "ConsoleStallTest.moc"
