// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

namespace {

Command shell(const QString &script)
{
    return {.program = u"sh"_s, .arguments = {u"-c"_s, script}};
}

} // namespace

class LocalCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsChannelsApart()
    {
        const auto result = m_host.run(shell(u"echo out; echo err >&2; exit 7"_s), {});
        QVERIFY(result);
        QCOMPARE(result->output, "out\n");
        QCOMPARE(result->errors, "err\n");
        QCOMPARE(result->exitCode, 7);
        QVERIFY(!result->succeeded());
        QCOMPARE(result->complaint(), u"err"_s);
    }

    void argumentsNeverMeetAShell()
    {
        const QStringList nasty{u"$(touch /tmp/x)"_s, u"a b"_s, u"*"_s, u"'\";&|"_s, u""_s, u"-n"_s, u"ä\n"_s};
        const auto result = m_host.run({.program = u"printf"_s, .arguments = QStringList{u"%s|"_s} + nasty}, {});
        QVERIFY(result);
        QCOMPARE(QString::fromUtf8(result->output), nasty.join(u'|') + u'|');
    }

    void inputIsWrittenAndClosed()
    {
        Command command{.program = u"wc"_s, .arguments = {u"-c"_s}};
        command.input = QByteArray(3'000'000, 'x');
        const auto result = m_host.run(command, {});
        QVERIFY(result);
        QCOMPARE(result->output.trimmed(), "3000000");
    }

    void aProgramThatIgnoresItsInputIsFine()
    {
        Command command{.program = u"true"_s};
        command.input = QByteArray(3'000'000, 'x');
        const auto result = m_host.run(command, {});
        QVERIFY(result);
        QVERIFY(result->succeeded());
    }

    void workingFolderAndEnvironment()
    {
        Command command = shell(u"pwd; echo $COLOUR"_s);
        command.workingFolder = u"/usr"_s;
        command.environment = {{u"COLOUR"_s, u"blue green"_s}};
        const auto result = m_host.run(command, {});
        QVERIFY(result);
        QCOMPARE(result->output, "/usr\nblue green\n");
    }

    void signalsAreAddedTo128()
    {
        const auto result = m_host.run(shell(u"kill -9 $$"_s), {});
        QVERIFY(result);
        QCOMPARE(result->exitCode, 137);
    }

    void missingProgramIsNamed()
    {
        const auto result = m_host.run({.program = u"portlight-no-such-program"_s}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().id, u"command.missing"_s);
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
        QVERIFY(result.error().summary.contains(u"portlight-no-such-program"_s));
    }

    void missingWorkingFolderIsNotAMissingProgram()
    {
        Command command{.program = u"true"_s};
        command.workingFolder = u"/no/such/folder"_s;
        const auto result = m_host.run(command, {});
        QVERIFY(!result);
        QCOMPARE(result.error().id, u"file.missing"_s);
    }

    void timeLimitEndsTheWholeGroup()
    {
        QTemporaryDir folder;
        const QString mark = folder.filePath(u"pid"_s);
        Command command = shell(u"sleep 300 & echo $! > '%1'; wait"_s.arg(mark));
        command.timeout = 300ms;
        QElapsedTimer timer;
        timer.start();
        const auto result = m_host.run(command, {});
        QVERIFY(!result);
        QCOMPARE(result.error().id, u"command.timeout"_s);
        QVERIFY(timer.elapsed() < 5000);
        QFile file(mark);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString child = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
        // The child of the child is gone too (or a zombie that init is about to fetch).
        QTRY_VERIFY(!QFile::exists(child) || isZombie(child));
    }

    void cancellationEndsItSoon()
    {
        const Cancellation cancellation;
        std::thread other([&cancellation] { cancellation.request(); });
        QElapsedTimer timer;
        timer.start();
        const auto result = m_host.run(shell(u"sleep 300"_s), cancellation);
        other.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }

    void aStubbornProgramIsKilled()
    {
        const Cancellation cancellation;
        Command command = shell(u"trap '' TERM; echo ready; while :; do sleep 1; done"_s);
        command.onOutput = [&cancellation](Command::Channel, QByteArrayView) {
            cancellation.request();
        };
        const auto result = m_host.run(command, cancellation);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    void outputLimitKeepsTheBeginning()
    {
        Command command = shell(u"printf 0123456789; head -c 1000000 /dev/zero"_s);
        command.outputLimit = 10;
        qint64 seen = 0;
        command.onOutput = [&seen](Command::Channel, QByteArrayView bytes) {
            seen += bytes.size();
        };
        const auto result = m_host.run(command, {});
        QVERIFY(result);
        QCOMPARE(result->output, "0123456789");
        QCOMPARE(seen, 1'000'010);
    }

    void aGrandchildThatKeepsThePipeIsNotWaitedFor()
    {
        QElapsedTimer timer;
        timer.start();
        const auto result = m_host.run(shell(u"sleep 20 & echo done"_s), {});
        QVERIFY(result);
        QCOMPARE(result->output, "done\n");
        QVERIFY(timer.elapsed() < 10'000);
    }

    void aGrandchildThatWritesForEverIsNotReadForEver()
    {
        QElapsedTimer timer;
        timer.start();
        const auto result = m_host.run(shell(u"yes & echo done"_s), {});
        QVERIFY(result);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void alreadyCancelledRunsNothing()
    {
        QTemporaryDir folder;
        const Cancellation cancellation;
        cancellation.request();
        QVERIFY(!m_host.run({.program = u"touch"_s, .arguments = {folder.filePath(u"x"_s)}}, cancellation));
        QVERIFY(!QFile::exists(folder.filePath(u"x"_s)));
    }

private:
    static bool isZombie(const QString &process)
    {
        QFile stat(process + u"/stat"_s);
        return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
    }

    LocalHost m_host;
};

QTEST_GUILESS_MAIN(LocalCommandTest)
#include "LocalCommandTest.moc"
