// SPDX-License-Identifier: GPL-3.0-or-later
// Searches in a large log beside `rg -c`, each the best of three turns in one run. PORTLIGHT_BIG_LOG names a log of
// your own; else real boots are repeated to PORTLIGHT_BIG_LOG_MEBIBYTES (256).
#include "serial/LineStore.h"
#include "serial/LogQuery.h"

#include "support/TestTools.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr int turns = 3;

/// Lines that match, looked for by `threads` threads.
qint64 search(const LineStore &store, const LogQuery &query, int threads)
{
    constexpr qint64 share = 65536;
    const qint64 count = store.lineCount();
    std::atomic<qint64> next = 0;
    std::atomic<qint64> found = 0;
    const auto work = [&] {
        LogQuery::Scanner scanner(query);
        PlainBlock block;
        std::vector<LineClass> classes;
        std::vector<qint64> lines;
        qint64 mine = 0;
        for (qint64 first = next.fetch_add(share); first < count; first = next.fetch_add(share)) {
            const qint64 last = std::min(count, first + share);
            for (qint64 line = first; line < last; line += block.count()) {
                store.plainBlock(line, qint64(256) * 1024, block, classes);
                if (block.count() == 0)
                    break;
                lines.clear();
                scanner.scan(block, classes, lines);
                mine += std::lower_bound(lines.begin(), lines.end(), last) - lines.begin();
            }
        }
        found += mine;
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i)
        others.emplace_back(work);
    work();
    for (std::thread &other : others)
        other.join();
    return found;
}

/// Seconds of processor time: of this process, or of those it has waited for. On a machine that does other things as
/// well they say more than the clock on the wall.
double processorTime(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

struct Outcome
{
    double seconds = 1e9;
    double processor = 1e9;
    qint64 lines = -1;
};

template <typename Search>
Outcome best(int who, Search &&search)
{
    Outcome outcome;
    for (int turn = 0; turn < turns; ++turn) {
        QElapsedTimer timer;
        timer.start();
        const double before = processorTime(who);
        outcome.lines = search();
        outcome.processor = std::min(outcome.processor, processorTime(who) - before);
        outcome.seconds = std::min(outcome.seconds, double(timer.nsecsElapsed()) / 1e9);
    }
    return outcome;
}

qint64 ripgrep(const QStringList &arguments, const QString &file)
{
    QProcess rg;
    rg.start(u"rg"_s, QStringList{u"-c"_s, u"-a"_s} + arguments + QStringList{file});
    rg.waitForFinished(-1);
    return rg.readAllStandardOutput().trimmed().toLongLong();
}

} // namespace

class SearchBench : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QFile m_log;
    LineStore m_store;

    /// Boots, healthy and not, until there are so many bytes.
    void makeLog(qint64 bytes)
    {
        QByteArray boots;
        for (const char *name :
             {"healthy.log", "crash-loop.log", "missing-library-journal.log", "vnc-segfault-journal.log"}) {
            QFile boot(QStringLiteral(PORTLIGHT_CORPUS) + u'/' + QString::fromLatin1(name));
            QVERIFY(boot.open(QIODevice::ReadOnly));
            boots += boot.readAll();
        }
        m_log.setFileName(m_folder.filePath(u"big.log"_s));
        QVERIFY(m_log.open(QIODevice::WriteOnly));
        while (m_log.pos() < bytes)
            QCOMPARE(m_log.write(boots), boots.size());
        m_log.close();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"rg"_s).isEmpty()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("Not installed: rg.");
            PORTLIGHT_SKIP(QStringLiteral("Not installed: rg."));
        }
        m_log.setFileName(qEnvironmentVariable("PORTLIGHT_BIG_LOG"));
        if (m_log.fileName().isEmpty()) {
            bool given = false;
            const int mebibytes = qEnvironmentVariableIntValue("PORTLIGHT_BIG_LOG_MEBIBYTES", &given);
            makeLog(qint64(given ? mebibytes : 256) * 1024 * 1024);
        }
        QVERIFY(m_log.open(QIODevice::ReadOnly));
        const auto done = m_store.appendFile(m_log.handle(), 0, m_log.size(), 2,
                                             [](qint64, const LineStore::Change &) { return true; });
        QVERIFY(done);
        qInfo("%lld MiB, %lld lines", m_log.size() / 1024 / 1024, m_store.lineCount());
    }

    void queries_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("text") << u"Scheduled restart job"_s << QStringList{u"-F"_s, u"Scheduled restart job"_s};
        QTest::newRow("text in any case")
            << u"scheduled RESTART job"_s.toLower() << QStringList{u"-F"_s, u"-i"_s, u"scheduled restart job"_s};
        QTest::newRow("expression with few lines")
            << u"/status=\\d+\\/[A-Z]+$/c"_s << QStringList{u"status=\\d+/[A-Z]+"_s};
        QTest::newRow("expression with many lines")
            << u"/systemd\\[\\d+\\]: \\w+/c"_s << QStringList{u"systemd\\[\\d+\\]: \\w+"_s};
        QTest::newRow("expression without a text")
            << u"/[0-9a-f]{4}:[0-9a-f]{2}|\\d{1,3}(\\.\\d{1,3}){3}/c"_s
            << QStringList{u"[0-9a-f]{4}:[0-9a-f]{2}|\\d{1,3}(\\.\\d{1,3}){3}"_s};
        QTest::newRow("alternatives in any case") << u"/fail(ed|ure)|error|denied|refused/i"_s
                                                  << QStringList{u"-i"_s, u"fail(ed|ure)|error|denied|refused"_s};
        QTest::newRow("boolean") << u"novnc and (failed or /restart \\w+/) and not class:kernel"_s
                                 << QStringList{u"-i"_s,
                                                u"novnc.*(failed|restart \\w+)|(failed|restart \\w+).*novnc"_s};
    }

    void queries()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, arguments);
        const auto parsed = LogQuery::parse(query);
        QVERIFY(parsed);
        const Outcome two = best(RUSAGE_SELF, [&] { return search(m_store, *parsed, 2); });
        const Outcome one = best(RUSAGE_SELF, [&] { return search(m_store, *parsed, 1); });
        const Outcome rg = best(RUSAGE_CHILDREN, [&] { return ripgrep(arguments, m_log.fileName()); });
        QCOMPARE(one.lines, two.lines);
        QVERIFY(two.lines > 0);
        qInfo("%s\n  two threads %.2f s, one %.2f s, processor %.2f s, %lld lines\n  rg -c       %.2f s, processor "
              "%.2f s, %lld lines\n"
              "  two threads take %.2f of rg's time, a half of the processor's time is %.2f of rg's",
              qPrintable(query), two.seconds, one.seconds, one.processor, two.lines, rg.seconds, rg.processor, rg.lines,
              two.seconds / rg.seconds, one.processor / 2 / rg.processor);
    }
};

QTEST_GUILESS_MAIN(SearchBench)
#include "SearchBench.moc"
