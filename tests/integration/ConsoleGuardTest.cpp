// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/DetachedProcess.h"
#include "hosts/LocalHost.h"
#include "support/TinyGuest.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// A guest that floods its console cannot fill the disk, with a real hypervisor as the writer.
class ConsoleGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloodingGuestIsCut()
    {
        PORTLIGHT_NEED_TINY_GUEST();
        constexpr LogLimits limits{8 * 1024, 32 * 1024};
        const QTemporaryDir folder;
        const TinyGuest guest(folder.path());
        LocalHost host;
        const QString unit = u"portlight-test-%1"_s.arg(QRandomGenerator::global()->generate(), 0, 16);
        const DetachedProcess process(folder.path(), u"vmm"_s, unit, {{u"serial-console-1.log"_s, limits}});
        const QString pidFile = folder.filePath(u"pid"_s);
        QVERIFY(process.start(host, TinyGuest::program(), guest.arguments() << u"-pidfile"_s << pidFile, {}));
        QVERIFY2(guest.waitForLog(TinyGuest::Prompt), qPrintable(process.complaint(host, {})));
        const qint64 beginning = guest.logBytes().size();

        auto console = host.connectUnix(guest.consoleSocket(), QDeadlineTimer(5s), {});
        QVERIFY(console);
        QVERIFY(console->write("F", QDeadlineTimer(5s), {}));
        console->close(); // nobody listens, as while Portlight is closed
        const auto status = [&] {
            struct stat found = {};
            stat(QFile::encodeName(guest.log()).constData(), &found);
            return found;
        };
        constexpr qint64 enough = 512 * 1024;
        QTRY_VERIFY_WITH_TIMEOUT(status().st_size > enough, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(guest.log() + u".cuts"_s), 15'000); // cut while it runs
        ::kill(pid_t(host.readFile(pidFile, 0, 20, {})->trimmed().toInt()), SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(process.exitCode(host, {}).has_value(), 15'000);

        const QByteArray log = guest.logBytes();
        const auto cut = host.readFile(guest.log() + u".cuts"_s, 0, 100, {});
        QVERIFY(cut);
        const QList<QByteArray> words = cut->trimmed().split(' ');
        const qint64 from = words.at(0).toLongLong();
        const qint64 to = words.at(1).toLongLong();
        QCOMPARE(from, limits.head);
        QVERIFY(status().st_blocks * 512 <= limits.head + limits.tail + LogGuard::slack(limits) + 8192);
        // Offsets stay true: each line of the flood is where its number says.
        const auto lineAt = [&](qint64 number) {
            return log.mid(beginning + 1 + (number - 1) * 16, 16);
        };
        QCOMPARE(lineAt(1), QByteArray("000000000000001\n"));
        const qint64 count = (log.size() - beginning - 1) / 16;
        const qint64 firstKept = (to - beginning - 1) / 16 + 2;
        for (qint64 number = firstKept; number <= count; ++number)
            QCOMPARE(lineAt(number), QByteArray::number(number).rightJustified(15, '0') + '\n');
        QVERIFY(count - firstKept > limits.tail / 16 - 2);
        qInfo("%lld bytes written, %lld kB on the disk", qint64(log.size()), qint64(status().st_blocks / 2));
    }
};

QTEST_GUILESS_MAIN(ConsoleGuardTest)
#include "ConsoleGuardTest.moc"
