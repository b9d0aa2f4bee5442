// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SerialFollower.h"

#include "core/console/ScriptedHost.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class SerialFollowerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 10'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<ScriptedHost> m_host;
    std::shared_ptr<LineStore> m_store;
    std::unique_ptr<SerialFollower> m_follower;

    QString path() const { return m_folder->filePath(u"serial-console.log"_s); }

    void write(const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::Append)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | mode));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void follow()
    {
        m_follower = std::make_unique<SerialFollower>(m_host, path(), m_store);
        m_follower->start();
    }

    QStringList texts() const
    {
        QStringList result;
        for (const SerialLine &line : m_store->lines(0, m_store->lineCount()))
            result.append(line.mark.kind == LineMark::Kind::None ? line.text : u"<%1>"_s.arg(int(line.mark.kind)));
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_host = std::make_shared<ScriptedHost>();
        m_store = std::make_shared<LineStore>();
    }

    void cleanup()
    {
        m_follower.reset();
        m_store.reset();
    }

    void aGrowingFileIsFollowed()
    {
        write("one\ntw");
        follow();
        QSignalSpy appended(m_follower.get(), &SerialFollower::linesAppended);
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"one"_s, u"tw"_s}), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        write("o\n[FAILED] three\n");
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"one"_s, u"two"_s, u"[FAILED] three"_s}), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!appended.isEmpty() && appended.last() == QList<QVariant>({1LL, 2LL}), Patience);
        QCOMPARE(m_follower->offset(), QFile(path()).size());
        QVERIFY(!m_store->line(0).arrival.isValid());
        QVERIFY(m_store->line(2).arrival.isValid());
    }

    void aMissingFileIsWaitedFor()
    {
        follow();
        QSignalSpy missing(m_follower.get(), &SerialFollower::missing);
        QVERIFY(missing.wait(Patience));
        write("here\n");
        QTRY_COMPARE_WITH_TIMEOUT(texts(), QStringList{u"here"_s}, Patience);
        QVERIFY(m_store->line(0).arrival.isValid());
    }

    void aTruncatedFileGetsAMark()
    {
        write("a long old text\n");
        follow();
        QSignalSpy truncated(m_follower.get(), &SerialFollower::truncated);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        write("new\n", QIODevice::Truncate);
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"a long old text"_s, u"<1>"_s, u"new"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(truncated.count(), 1, Patience);
    }

    void aReplacedFileGetsAMark()
    {
        write("old\n");
        follow();
        QSignalSpy replaced(m_follower.get(), &SerialFollower::replaced);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        QVERIFY(QFile::rename(path(), path() + u".1"_s));
        write("new and longer\n");
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"old"_s, u"<2>"_s, u"new and longer"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(replaced.count(), 1, Patience);
    }

    void aLostConnectionIsResumedAtTheVeryByte()
    {
        write("one\ntwo\nhal");
        follow();
        QSignalSpy failed(m_follower.get(), &SerialFollower::failed);
        QSignalSpy resumed(m_follower.get(), &SerialFollower::resumed);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        m_host->down = true;
        write("f\nthree\n");
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Patience);
        QCOMPARE(failed.first().first().value<Error>().id, u"host.unreachable"_s);
        write("four\n");
        m_host->down = false;
        QTRY_COMPARE_WITH_TIMEOUT(resumed.count(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->offset(), QFile(path()).size(), Patience);
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s, u"hal"_s, u"<3>"_s, u"f"_s, u"three"_s, u"four"_s}));
        QCOMPARE(m_store->rawBytes(0, 1000), QByteArray("one\ntwo\nhalf\nthree\nfour\n"));
    }

    void aFileReplacedDuringAGapIsReadFromItsBeginning()
    {
        write("old text of some length\n");
        follow();
        QSignalSpy failed(m_follower.get(), &SerialFollower::failed);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        m_host->down = true;
        write("x\n");
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Patience);
        write("quite another text, longer than the old one was\n", QIODevice::Truncate);
        m_host->down = false;
        QTRY_COMPARE_WITH_TIMEOUT(texts(),
                                  (QStringList{u"old text of some length"_s, u"<3>"_s, u"<2>"_s,
                                               u"quite another text, longer than the old one was"_s}),
                                  Patience);
    }

    void whatIsDeliveredTwiceIsTakenOnce()
    {
        m_host->script = [](qint64, const Host::FollowSink &sink, const Cancellation &cancellation) -> Result<void> {
            sink({FollowEvent::Type::Data, 0, "abc\n"});
            sink({FollowEvent::Type::Data, 2, "c\ndef\n"});
            sink({FollowEvent::Type::Data, 0, "abc\n"});
            sink({FollowEvent::Type::Data, 10, "k\n"});
            sink({FollowEvent::Type::Idle, 12, {}});
            (void)cancellation.sleep(std::chrono::minutes(1));
            return {};
        };
        follow();
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"abc"_s, u"def"_s, u"<4>"_s, u"k"_s}), Patience);
    }

    void aFloodNeitherStopsTheEventLoopNorSignalsTooOften()
    {
        const QByteArray piece = QByteArray(4000, '.')
                                     .replace(".", "some line of a flood that is long enough to be real\n")
                                     .first(200 * 1024) +
                                 '\n';
        std::atomic<bool> stop = false;
        std::atomic<qint64> sent = 0;
        m_host->script = [&](qint64, const Host::FollowSink &sink, const Cancellation &) -> Result<void> {
            while (!stop && sent < 200 * 1024 * 1024 && sink({FollowEvent::Type::Data, sent, piece}))
                sent += piece.size();
            sink({FollowEvent::Type::Idle, sent, {}});
            return {};
        };
        follow();
        QSignalSpy appended(m_follower.get(), &SerialFollower::linesAppended);
        QElapsedTimer time;
        QElapsedTimer tick;
        qint64 longest = 0;
        QTimer ticker;
        ticker.setInterval(5);
        connect(&ticker, &QTimer::timeout, this, [&] {
            (void)m_store->lines(m_store->lineCount() - 40, 40); // What a view does.
            longest = std::max(longest, tick.restart());
        });
        tick.start();
        ticker.start();
        time.start();
        QTRY_VERIFY_WITH_TIMEOUT(time.elapsed() > 1500, Patience);
        stop = true;
        const double seconds = double(time.elapsed()) / 1000;
        qInfo("%.0f MB/s, %lld signals, longest pause %lld ms", double(m_store->byteCount()) / 1e6 / seconds,
              qint64(appended.count()), longest);
        QVERIFY(appended.count() > 0);
        QVERIFY(double(appended.count()) <= seconds * 31 + 2);
        QVERIFY2(longest < 1000, "the window would freeze");
        QVERIFY(m_store->byteCount() - m_store->firstKeptByte() <= LineStore::Limits().mostBytes);
    }

    void stoppingIsQuickAndKeepsWhatWasRead()
    {
        write("one\n");
        follow();
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isAtEnd(), Patience);
        QElapsedTimer time;
        time.start();
        m_follower->stop();
        QVERIFY(time.elapsed() < 2000);
        QVERIFY(!m_follower->isRunning());
        write("two\n");
        m_follower->start(m_follower->offset());
        QTRY_COMPARE_WITH_TIMEOUT(texts(), (QStringList{u"one"_s, u"two"_s}), Patience);
    }
};

QTEST_GUILESS_MAIN(SerialFollowerTest)
#include "SerialFollowerTest.moc"
