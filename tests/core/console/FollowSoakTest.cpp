// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/FollowFixture.h"
#include "core/console/SoakComparison.h"
#include "core/console/SoakWriter.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// Writes, rotates, empties, removes and rewrites a log and cuts the connection, all at random, and compares every line
/// shown with every line written. PORTLIGHT_SOAK_SECONDS sets how long, PORTLIGHT_SOAK_SEED repeats a run.
class FollowSoakTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FollowFixture> f;
    quint32 m_seed = 0;
    qint64 m_milliseconds = 0;

    /// Waits until everything written has been shown.
    bool catchUp(const SoakWriter &writer)
    {
        QElapsedTimer time;
        time.start();
        while (f->store->byteCount() != writer.total()) {
            if (time.elapsed() > 30'000)
                return false;
            QTest::qWait(5);
        }
        return true;
    }

    void cutAtRandom(const std::atomic<bool> &stop)
    {
        QRandomGenerator random(m_seed + 1);
        while (!stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(1500)));
            f->host->down = !stop;
            std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(400)));
            f->host->down = false;
        }
    }

    static void writeLines(SoakWriter &writer)
    {
        for (int i = writer.bounded(60); i > 0; --i) {
            writer.writeSome();
            if (writer.bounded(8) == 0)
                QTest::qWait(writer.bounded(12));
        }
    }

    void dump(const QString &wrong, const SoakWriter &writer) const
    {
        const qint64 at = wrong.split(u' ').value(1).toLongLong();
        for (qint64 n = at - 12; n < at + 12; ++n) {
            const SerialLine line = f->store->line(n);
            const QByteArray raw = f->store->rawLine(n);
            qInfo("%lld mark %d (%lld) size %lld %s%s%s \"%s\"", n, int(line.mark.kind), line.mark.bytes, raw.size(),
                  line.continues ? "continues " : "", line.continuation ? "continuation " : "",
                  line.stitched ? "stitched " : "", raw.left(30).toPercentEncoding(" #").constData());
        }
        for (size_t i = 0; i < writer.lives().size(); ++i)
            qInfo("life %d begun %d, %lld bytes, begins \"%s\" ends \"%s\"", int(i), int(writer.lives()[i].begin),
                  writer.lives()[i].bytes.size(), writer.lives()[i].bytes.left(30).toPercentEncoding(" #").constData(),
                  writer.lives()[i].bytes.right(30).toPercentEncoding(" #").constData());
    }

    void report(const SoakWriter &writer) const
    {
        int gaps = 0;
        for (const SerialLine &line : f->store->lines(0, f->store->lineCount()))
            gaps += line.mark.kind == LineMark::Kind::Gap ? 1 : 0;
        qInfo("%lld bytes in %d files, %lld lines shown, %d times reconnected, %s", writer.total(),
              int(writer.lives().size()), f->store->lineCount(), gaps,
              f->host->isNear ? "this machine" : "another machine");
    }

private Q_SLOTS:
    void initTestCase()
    {
        bool isSet = false;
        m_seed = qEnvironmentVariable("PORTLIGHT_SOAK_SEED").toUInt(&isSet);
        if (!isSet)
            m_seed = QRandomGenerator::global()->generate();
        m_milliseconds = 1000LL * qEnvironmentVariable("PORTLIGHT_SOAK_SECONDS", u"6"_s).toLongLong();
        qInfo("PORTLIGHT_SOAK_SEED=%u", m_seed);
    }

    void init()
    {
        f = std::make_unique<FollowFixture>();
        f->host->isNear = m_seed % 2 == 0;
    }
    void cleanup() { f.reset(); }

    /// Nothing happens to the file before the follower has read it, so nothing may be missing.
    void nothingIsLostOrShownTwice()
    {
        SoakWriter writer(f->folder.path(), m_seed);
        f->follow();
        std::atomic<bool> stop = false;
        std::thread cutter([this, &stop] { cutAtRandom(stop); });
        bool inTime = true;
        QElapsedTimer time;
        for (time.start(); inTime && time.elapsed() < m_milliseconds;) {
            writeLines(writer);
            if (writer.bounded(4) != 0)
                continue;
            if (writer.isRewriting())
                writer.finishLine();
            inTime = catchUp(writer);
            const auto how = SoakWriter::Begin(1 + writer.bounded(5));
            if (inTime && (how != SoakWriter::Begin::Rewrite || writer.canRewrite()))
                writer.begin(how);
        }
        writer.finishLine();
        inTime = inTime && catchUp(writer);
        stop = true;
        cutter.join();
        f->follower->stop();
        report(writer);
        if (const QString wrong = compareSoak(*f->store, writer.lives(), true); !wrong.isEmpty()) {
            dump(wrong, writer);
            QFAIL(qPrintable(wrong));
        }
        QVERIFY2(inTime, qPrintable(u"%1 of %2 bytes"_s.arg(f->store->byteCount()).arg(writer.total())));
    }

    /// With a good connection a rotated file is read to its end, whenever it is rotated.
    void aRotationLosesNothing()
    {
        SoakWriter writer(f->folder.path(), m_seed);
        f->follow();
        writer.writeSome();
        bool inTime = catchUp(writer); // A file that was never open cannot be read any more.
        QElapsedTimer time;
        for (time.start(); inTime && time.elapsed() < m_milliseconds / 3;) {
            writeLines(writer);
            const SoakWriter::Begin hows[] = {SoakWriter::Begin::Rotate, SoakWriter::Begin::Link,
                                              SoakWriter::Begin::Remove};
            writer.begin(hows[writer.bounded(3)]);
            writer.writeSome();
            writeLines(writer);
            inTime = catchUp(writer);
        }
        writer.finishLine();
        inTime = inTime && catchUp(writer);
        f->follower->stop();
        report(writer);
        if (const QString wrong = compareSoak(*f->store, writer.lives(), true); !wrong.isEmpty()) {
            dump(wrong, writer);
            QFAIL(qPrintable(wrong));
        }
        QVERIFY2(inTime, qPrintable(u"%1 of %2 bytes"_s.arg(f->store->byteCount()).arg(writer.total())));
    }

    /// The file is emptied and replaced whether or not it has been read: what is missing has a mark in its place.
    void whatIsLostHasAMark()
    {
        SoakWriter writer(f->folder.path(), m_seed);
        f->follow();
        std::atomic<bool> stop = false;
        std::thread cutter([this, &stop] { cutAtRandom(stop); });
        QElapsedTimer time;
        for (time.start(); time.elapsed() < m_milliseconds / 2;) {
            writeLines(writer);
            if (writer.bounded(3) == 0)
                writer.begin(SoakWriter::Begin(1 + writer.bounded(4)));
        }
        writer.begin(SoakWriter::Begin::Truncate);
        QTest::qWait(500);
        writeLines(writer);
        writer.finishLine();
        stop = true;
        cutter.join();
        const auto isDone = [&] {
            return f->isAtEnd() && f->follower->offset() == writer.lives().back().bytes.size();
        };
        const bool inTime = QTest::qWaitFor(isDone, 60'000);
        f->follower->stop();
        report(writer);
        if (const QString wrong = compareSoak(*f->store, writer.lives(), false); !wrong.isEmpty())
            QFAIL(qPrintable(wrong));
        QVERIFY(inTime);
    }
};

QTEST_GUILESS_MAIN(FollowSoakTest)
#include "FollowSoakTest.moc"
