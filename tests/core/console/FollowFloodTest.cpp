// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/FollowFixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

/// Resident memory of this process, in bytes.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QByteArray someLines(qsizetype size)
{
    QByteArray text;
    for (int line = 0; text.size() < size; ++line)
        text += "[   12.345678] flood: line " + QByteArray::number(line) + " of a guest that does not stop\n";
    return text;
}

/// Writes so many bytes each second, whole lines, like a guest that has gone mad.
class Flood
{
public:
    Flood(const QString &path, qint64 bytesPerSecond, qint64 milliseconds)
        : m_thread([this, path, bytesPerSecond, milliseconds] { run(path, bytesPerSecond, milliseconds); })
    {
    }
    ~Flood() { m_thread.join(); }
    std::atomic<bool> done = false;
    std::atomic<qint64> written = 0;

private:
    void run(const QString &path, qint64 bytesPerSecond, qint64 milliseconds)
    {
        const QByteArray lines = someLines(64 * 1024);
        const int fd = open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        QElapsedTimer time;
        for (time.start(); time.elapsed() < milliseconds;) {
            while (written < time.elapsed() * bytesPerSecond / 1000)
                written += std::max<ssize_t>(0, write(fd, lines.constData(), size_t(lines.size())));
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        close(fd);
        done = true;
    }

    std::thread m_thread;
};

/// How long the event loop was busy with one thing at most; does what a view does at each signal.
class Window
{
public:
    explicit Window(const FollowFixture &fixture)
    {
        QObject::connect(fixture.follower.get(), &SerialFollower::linesAppended, &m_context, [this, &fixture] {
            ++signalCount;
            const qint64 count = fixture.store->lineCount();
            (void)fixture.store->lines(count - 60, 60);
            (void)fixture.store->failureCount();
        });
        m_ticker.setInterval(5);
        QObject::connect(&m_ticker, &QTimer::timeout, &m_context,
                         [this] { longestStall = std::max(longestStall, m_tick.restart()); });
        m_tick.start();
        m_ticker.start();
    }
    qint64 longestStall = 0;
    int signalCount = 0;

private:
    QObject m_context;
    QTimer m_ticker;
    QElapsedTimer m_tick;
};

} // namespace

/// Much at once: a guest that floods its log, and a large file that is opened. PORTLIGHT_FLOOD_SECONDS sets how long.
class FollowFloodTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 120'000;
    std::unique_ptr<FollowFixture> f;

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<FollowFixture>();
        f->host->isNear = true;
    }
    void cleanup() { f.reset(); }

    void aFloodNeitherFreezesTheWindowNorFillsMemory()
    {
        const qint64 seconds = qEnvironmentVariable("PORTLIGHT_FLOOD_SECONDS", u"4"_s).toLongLong();
        f->write("first\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const qint64 before = residentMemory();
        qint64 most = before;
        Window window(*f);
        QElapsedTimer time;
        time.start();
        {
            Flood flood(f->path(), 50'000'000, 1000 * seconds);
            while (!flood.done) {
                QTest::qWait(20);
                most = std::max(most, residentMemory());
            }
            qInfo("%lld MB written in %lld s, %lld MB of them shown by then", flood.written / 1'000'000, seconds,
                  f->store->byteCount() / 1'000'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const double elapsed = double(time.elapsed()) / 1000;
        most = std::max(most, residentMemory());
        qInfo("all shown after %.1f s: %lld lines, %d signals, longest stall %lld ms, memory +%lld MB (index %lld MB)",
              elapsed, f->store->lineCount(), window.signalCount, window.longestStall, (most - before) / 1'000'000,
              f->store->indexMemory() / 1'000'000);
        QVERIFY(window.signalCount > 0);
        QVERIFY(window.signalCount <= elapsed * 31 + 2);
        QVERIFY2(window.longestStall < 250, "the window would freeze");
        QVERIFY2(most - before < 100'000'000, "memory grows with the flood");
        const qint64 dropped = f->store->droppedLineCount();
        const QByteArray block = someLines(64 * 1024);
        QCOMPARE(f->store->lineCount(), 1 + QFile(f->path()).size() / block.size() * block.count('\n'));
        QVERIFY(dropped < f->store->lineCount());
    }

    void aLargeFileIsShownAtOnceAndFollowedWithoutLosingAByte()
    {
        const QByteArray block = someLines(1024 * 1024);
        for (int i = 0; i < 80; ++i)
            f->write(block);
        const qint64 size = QFile(f->path()).size();
        std::atomic<bool> stop = false;
        std::atomic<int> appended = 0;
        std::thread writer([&] {
            while (!stop) {
                f->write("appended line\n");
                ++appended;
                std::this_thread::sleep_for(std::chrono::microseconds(500));
            }
        });
        QElapsedTimer time;
        time.start();
        f->follow();
        QSignalSpy indexed(f->follower.get(), &SerialFollower::indexed);
        qint64 first = -1;
        connect(f->follower.get(), &SerialFollower::linesAppended, this,
                [&] { first = first < 0 ? time.elapsed() : first; });
        const auto isIndexed = [&] {
            return !indexed.isEmpty() && indexed.last()[0] == indexed.last()[1];
        };
        const bool inTime = QTest::qWaitFor([&] { return isIndexed() && appended > 200; }, Patience);
        stop = true;
        writer.join();
        QVERIFY(inTime);
        qInfo("first lines after %lld ms, %lld MB indexed after %lld ms, %lld reports", first, size / 1'000'000,
              time.elapsed(), qint64(indexed.count()));
        QVERIFY(indexed.last()[1].toLongLong() >= size);
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const qint64 lines = 80LL * block.count('\n');
        QCOMPARE(f->store->lineCount(), lines + appended);
        QCOMPARE(f->store->line(lines - 1).text, f->store->line(block.count('\n') - 1).text);
        for (qint64 line = lines; line < f->store->lineCount(); ++line)
            QCOMPARE(f->store->line(line).text, u"appended line"_s);
    }

    void openingALargeFileIsGivenUpAtOnce()
    {
        const QByteArray block = someLines(1024 * 1024);
        for (int i = 0; i < 200; ++i)
            f->write(block);
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->store->lineCount() > 0, Patience);
        QElapsedTimer time;
        time.start();
        f->follower->stop();
        const qint64 took = time.elapsed();
        qInfo("given up after %lld ms, at byte %lld of %lld", took, f->follower->offset(), QFile(f->path()).size());
        QVERIFY2(took < 1000, qPrintable(QString::number(took)));
        // And it can be taken up again where it was left.
        f->follower->start(f->follower->offset());
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        QCOMPARE(f->store->lineCount(), 200LL * block.count('\n'));
    }

    void aLineIsThereAtOnce()
    {
        f->follow();
        QElapsedTimer latency;
        qint64 sum = 0;
        qint64 worst = 0;
        constexpr int Rounds = 40;
        for (int i = 0; i < Rounds; ++i) {
            QTest::qWait(60);
            QSignalSpy appended(f->follower.get(), &SerialFollower::linesAppended);
            latency.start();
            f->write("one line\n");
            QVERIFY(!appended.isEmpty() || appended.wait(Patience));
            sum += latency.nsecsElapsed();
            worst = std::max(worst, latency.nsecsElapsed());
        }
        qInfo("from write to signal: %.2f ms, at most %.2f ms", double(sum) / Rounds / 1e6, double(worst) / 1e6);
        QCOMPARE(f->store->lineCount(), Rounds);
    }

    void waitingCostsNothing()
    {
        f->write("one line\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        QTest::qWait(1500);
        QElapsedTimer time;
        const clock_t begin = clock();
        time.start();
        QTest::qWait(3000);
        const double share = double(clock() - begin) / CLOCKS_PER_SEC / (double(time.elapsed()) / 1000);
        qInfo("idle: %.3f %% of one processor", 100 * share);
        QVERIFY2(share < 0.02, "following costs processor time while nothing happens");
    }
};

QTEST_GUILESS_MAIN(FollowFloodTest)
#include "FollowFloodTest.moc"
