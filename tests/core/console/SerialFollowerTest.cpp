// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/FollowFixture.h"

#include <QSignalSpy>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class SerialFollowerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = FollowFixture::Patience;
    std::unique_ptr<FollowFixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<FollowFixture>(); }

    void cleanup() { f.reset(); }

    void aGrowingFileIsFollowed()
    {
        f->write("one\ntw");
        f->follow();
        QSignalSpy appended(f->follower.get(), &SerialFollower::linesAppended);
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"one"_s, u"tw"_s}), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        f->write("o\n[FAILED] three\n");
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"one"_s, u"two"_s, u"[FAILED] three"_s}), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!appended.isEmpty() && appended.last() == QList<QVariant>({1LL, 2LL}), Patience);
        QCOMPARE(f->follower->offset(), QFile(f->path()).size());
        QVERIFY(!f->store->line(0).arrival.isValid());
        QVERIFY(f->store->line(2).arrival.isValid());
    }

    void aMissingFileIsWaitedFor()
    {
        f->follow();
        QSignalSpy missing(f->follower.get(), &SerialFollower::missing);
        QVERIFY(missing.wait(Patience));
        f->write("here\n");
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), QStringList{u"here"_s}, Patience);
        QVERIFY(f->store->line(0).arrival.isValid());
    }

    void aTruncatedFileGetsAMark()
    {
        f->write("a long old text\n");
        f->follow();
        QSignalSpy truncated(f->follower.get(), &SerialFollower::truncated);
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        f->write("new\n", QIODevice::Truncate);
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"a long old text"_s, u"<1>"_s, u"new"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(truncated.count(), 1, Patience);
    }

    void aReplacedFileGetsAMark()
    {
        f->write("old\n");
        f->follow();
        QSignalSpy replaced(f->follower.get(), &SerialFollower::replaced);
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        QVERIFY(QFile::rename(f->path(), f->path() + u".1"_s));
        f->write("new and longer\n");
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"old"_s, u"<2>"_s, u"new and longer"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(replaced.count(), 1, Patience);
    }

    void aLostConnectionIsResumedAtTheVeryByte()
    {
        f->write("one\ntwo\nhal");
        f->follow();
        QSignalSpy failed(f->follower.get(), &SerialFollower::failed);
        QSignalSpy resumed(f->follower.get(), &SerialFollower::resumed);
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        f->host->down = true;
        f->write("f\nthree\n");
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Patience);
        QCOMPARE(failed.first().first().value<Error>().id, u"host.unreachable"_s);
        f->write("four\n");
        f->host->down = false;
        QTRY_COMPARE_WITH_TIMEOUT(resumed.count(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(f->follower->offset(), QFile(f->path()).size(), Patience);
        QCOMPARE(f->texts(), (QStringList{u"one"_s, u"two"_s, u"hal"_s, u"<3>"_s, u"f"_s, u"three"_s, u"four"_s}));
        QCOMPARE(f->store->rawBytes(0, 1000), QByteArray("one\ntwo\nhalf\nthree\nfour\n"));
    }

    void aFileReplacedDuringAGapIsReadFromItsBeginning()
    {
        f->write("old text of some length\n");
        f->follow();
        QSignalSpy failed(f->follower.get(), &SerialFollower::failed);
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        f->host->down = true;
        f->write("x\n");
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Patience);
        f->write("quite another text, longer than the old one was\n", QIODevice::Truncate);
        f->host->down = false;
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(),
                                  (QStringList{u"old text of some length"_s, u"<3>"_s, u"<2>"_s,
                                               u"quite another text, longer than the old one was"_s}),
                                  Patience);
    }

    void whatIsDeliveredTwiceIsTakenOnce()
    {
        f->host->script = [](qint64, const Host::FollowSink &sink, const Cancellation &cancellation) -> Result<void> {
            sink({FollowEvent::Type::Data, 0, "abc\n"});
            sink({FollowEvent::Type::Data, 2, "c\ndef\n"});
            sink({FollowEvent::Type::Data, 0, "abc\n"});
            sink({FollowEvent::Type::Data, 10, "k\n"});
            sink({FollowEvent::Type::Idle, 12, {}});
            (void)cancellation.sleep(std::chrono::minutes(1));
            return {};
        };
        f->follow();
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"abc"_s, u"def"_s, u"<4>"_s, u"k"_s}), Patience);
    }

    void aFloodNeitherStopsTheEventLoopNorSignalsTooOften()
    {
        const QByteArray piece = QByteArray(4000, '.')
                                     .replace(".", "some line of a flood that is long enough to be real\n")
                                     .first(200 * 1024) +
                                 '\n';
        std::atomic<bool> stop = false;
        std::atomic<qint64> sent = 0;
        f->host->script = [&](qint64, const Host::FollowSink &sink, const Cancellation &) -> Result<void> {
            while (!stop && sent < 200 * 1024 * 1024 && sink({FollowEvent::Type::Data, sent, piece}))
                sent += piece.size();
            sink({FollowEvent::Type::Idle, sent, {}});
            return {};
        };
        f->follow();
        QSignalSpy appended(f->follower.get(), &SerialFollower::linesAppended);
        QElapsedTimer time;
        QElapsedTimer tick;
        qint64 longest = 0;
        QTimer ticker;
        ticker.setInterval(5);
        connect(&ticker, &QTimer::timeout, this, [&] {
            (void)f->store->lines(f->store->lineCount() - 40, 40); // What a view does.
            longest = std::max(longest, tick.restart());
        });
        tick.start();
        ticker.start();
        time.start();
        QTRY_VERIFY_WITH_TIMEOUT(time.elapsed() > 1500, Patience);
        stop = true;
        const double seconds = double(time.elapsed()) / 1000;
        qInfo("%.0f MB/s, %lld signals, longest pause %lld ms", double(f->store->byteCount()) / 1e6 / seconds,
              qint64(appended.count()), longest);
        QVERIFY(appended.count() > 0);
        QVERIFY(double(appended.count()) <= seconds * 31 + 2);
        QVERIFY2(longest < 1000, "the window would freeze");
        QVERIFY(f->store->byteCount() - f->store->firstKeptByte() <= LineStore::Limits().mostBytes);
    }

    void stoppingIsQuickAndKeepsWhatWasRead()
    {
        f->write("one\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->follower->isAtEnd(), Patience);
        QElapsedTimer time;
        time.start();
        f->follower->stop();
        QVERIFY(time.elapsed() < 2000);
        QVERIFY(!f->follower->isRunning());
        f->write("two\n");
        f->follower->start(f->follower->offset());
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), (QStringList{u"one"_s, u"two"_s}), Patience);
    }
};

QTEST_GUILESS_MAIN(SerialFollowerTest)
#include "SerialFollowerTest.moc"
