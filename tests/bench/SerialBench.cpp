// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a log of 1 GiB beside what others do with it. Everything is measured in one run, warm, the best of three;
// ratios are to `rg -c` with the same 30 patterns. $PORTLIGHT_BIG_LOG names a log, $PORTLIGHT_BENCH_BYTES the size of
// the one that is made otherwise.
#include "serial/LineStore.h"

#include "support/TestTools.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <sys/resource.h>
#include <sys/time.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr double Mebibyte = 1024 * 1024;
constexpr int Rounds = 3;

double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Processor time of this program and its children, in seconds.
double processorTime()
{
    double time = 0;
    for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage = {};
        ::getrusage(who, &usage);
        for (const timeval &part : {usage.ru_utime, usage.ru_stime})
            time += double(part.tv_sec) + double(part.tv_usec) / 1e6;
    }
    return time;
}

/// How long something took, and what it cost; the best of several rounds.
struct Cost
{
    double time = 1e9;
    double processor = 1e9;

    void measure(const std::function<void()> &work)
    {
        const double before = processorTime();
        time = std::min(time, seconds(work));
        processor = std::min(processor, processorTime() - before);
    }
};

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    process.waitForFinished(600'000);
}

/// Forgets the highest mark of resident memory.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write("5");
}

/// MiB.
double peak()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().chopped(3).toDouble() / 1024;
    }
    return 0;
}

QString patternsFile()
{
    return QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/bench/serial-patterns.txt");
}

std::shared_ptr<const LineClassifier> patterns()
{
    QList<HighlightRule> rules;
    QFile file(patternsFile());
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        HighlightRule rule;
        rule.id = QString::number(rules.size());
        rule.lineClass = LineClass::Failure;
        rule.severity = Severity::Error;
        rule.pattern = QString::fromUtf8(line);
        rules.append(rule);
    }
    return std::make_shared<const LineClassifier>(rules);
}

struct Figures
{
    Cost all;
    double firstScreen = 1e9;
    double peak = 0;
    qint64 lines = 0;
    qint64 failures = 0;
    double bytesPerLine = 0;
    double jump = 0; ///< The slowest of many looks at 60 lines.
};

/// Adds one more round to `figures`.
void open(const QString &path, const std::shared_ptr<const LineClassifier> &classifier, int threads, Figures &figures)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    forgetPeak();
    LineStore store(classifier);
    figures.all.measure([&] {
        QElapsedTimer timer;
        timer.start();
        bool isShown = false;
        const auto progress = [&](qint64, const LineStore::Change &) {
            if (!isShown && !store.lines(0, 60).isEmpty())
                figures.firstScreen = std::min(figures.firstScreen, double(timer.nsecsElapsed()) / 1e9);
            isShown = true;
            return true;
        };
        (void)store.appendFile(file.handle(), 0, file.size(), threads, progress);
    });
    for (int i = 0; i < 500; ++i) {
        const qint64 line = store.lineCount() / 500 * i;
        figures.jump = std::max(figures.jump, seconds([&] { (void)store.lines(line, 60); }));
    }
    figures.peak = std::max(figures.peak, peak());
    figures.lines = store.lineCount();
    figures.failures = store.failureCount();
    figures.bytesPerLine = double(store.indexMemory()) / double(std::max<qint64>(1, store.lineCount()));
}

} // namespace

class SerialBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void open();
    void follow();

private:
    [[nodiscard]] bool makeLog(const QString &path, qint64 bytes) const;

    QTemporaryDir m_folder{QDir::tempPath() + u"/portlight-bench-XXXXXX"_s};
    QString m_log;
};

bool SerialBench::makeLog(const QString &path, qint64 bytes) const
{
    QByteArray boots;
    const QDir corpus(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus"));
    for (const QString &name : corpus.entryList({u"*.log"_s})) {
        QFile boot(corpus.filePath(name));
        if (!name.startsWith(u"firecracker"_s) && boot.open(QIODevice::ReadOnly))
            boots += boot.readAll();
    }
    QFile log(path);
    if (boots.isEmpty() || !log.open(QIODevice::WriteOnly))
        return false;
    for (qint64 left = bytes; left > 0; left -= boots.size()) {
        const qint64 part = std::min<qint64>(left, boots.size());
        if (log.write(boots.constData(), part) != part)
            return false;
    }
    return log.flush();
}

void SerialBench::initTestCase()
{
    m_log = qEnvironmentVariable("PORTLIGHT_BIG_LOG");
    if (!m_log.isEmpty())
        return;
    m_log = m_folder.filePath(u"big.log"_s);
    const qint64 bytes = qEnvironmentVariable("PORTLIGHT_BENCH_BYTES", u"1073741824"_s).toLongLong();
    if (!makeLog(m_log, bytes))
        PORTLIGHT_SKIP(QStringLiteral("There is no room for the log."));
}

void SerialBench::open()
{
    const auto classifier = patterns();
    QVERIFY(classifier);
    const QString quarter = m_folder.filePath(u"quarter.log"_s);
    QVERIFY(makeLog(quarter, QFileInfo(m_log).size() / 4));
    run(u"wc"_s, {u"-l"_s, m_log}); // Now it is in memory.
    Cost rg;
    Cost wc;
    Cost lnav;
    Figures one;
    Figures two;
    Figures shippedOne;
    Figures shippedTwo;
    const bool hasRg = !QStandardPaths::findExecutable(u"rg"_s).isEmpty();
    const bool hasLnav = !QStandardPaths::findExecutable(u"lnav"_s).isEmpty();
    for (int round = 0; round < Rounds; ++round) {
        if (hasRg)
            rg.measure([&] { run(u"rg"_s, {u"-c"_s, u"-a"_s, u"-f"_s, patternsFile(), m_log}); });
        wc.measure([&] { run(u"wc"_s, {u"-l"_s, m_log}); });
        if (hasLnav && round == 0) // It takes long.
            lnav.measure([&] { run(u"lnav"_s, {u"-n"_s, quarter}); });
        ::open(m_log, classifier, 1, one);
        ::open(m_log, classifier, 2, two);
        ::open(m_log, LineClassifier::shipped(), 1, shippedOne);
        ::open(m_log, LineClassifier::shipped(), 2, shippedTwo);
    }
    const auto print = [&](const char *what, const Cost &cost) {
        std::printf("%-44s %6.2f s %5.2f of rg; processor %6.2f s %5.2f of rg\n", what, cost.time, cost.time / rg.time,
                    cost.processor, cost.processor / rg.processor);
    };
    std::printf("%.0f MiB, %lld lines\n", double(QFileInfo(m_log).size()) / Mebibyte, qlonglong(one.lines));
    if (hasRg)
        print("rg -c -a -f, 30 patterns", rg);
    print("wc -l", wc);
    if (hasLnav)
        print("lnav -n, a quarter of it", lnav);
    print("index and classify, same patterns, 1 thread", one.all);
    print("index and classify, same patterns, 2 threads", two.all);
    print("index and classify, our rules, 1 thread", shippedOne.all);
    print("index and classify, our rules, 2 threads", shippedTwo.all);
    for (const auto &[name, figures] : {std::pair("1 thread", shippedOne), std::pair("2 threads", shippedTwo)})
        std::printf("%s: first screen %.1f ms, slowest jump %.1f ms, peak %.0f MiB, index %.2f bytes/line\n", name,
                    figures.firstScreen * 1e3, figures.jump * 1e3, figures.peak, figures.bytesPerLine);
    std::fflush(stdout);
    QVERIFY(one.lines > 0);
    QCOMPARE(one.failures, two.failures);
}

/// What comes over a connection, in pieces as a socket gives them.
void SerialBench::follow()
{
    QFile file(m_log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    forgetPeak();
    LineStore store;
    const qint64 most = std::min<qint64>(file.size(), qint64(256 * Mebibyte));
    const double time = seconds([&] {
        for (qint64 at = 0; at < most;) {
            const QByteArray bytes = file.read(std::min<qint64>(64 * 1024, most - at));
            if (bytes.isEmpty())
                break;
            store.append(bytes, QDateTime::currentDateTimeUtc());
            at += bytes.size();
        }
    });
    std::printf("followed, 64 KiB at a time: %.0f MiB/s, peak %.0f MiB\n", double(most) / Mebibyte / time, peak());
    std::fflush(stdout);
    QCOMPARE(store.byteCount(), most);
}

QTEST_GUILESS_MAIN(SerialBench)
#include "SerialBench.moc"
