// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStore.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArray corpus(const char *name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList texts(const LineStore &store)
{
    QStringList result;
    for (const SerialLine &line : store.lines(0, store.lineCount()))
        result.append(line.text);
    return result;
}

} // namespace

class LineStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutGivesTheSameStore_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("library") << corpus("missing-library-journal.log");
        QTest::newRow("segfault") << corpus("vnc-segfault-journal.log");
        QTest::newRow("long lines") << QByteArray(100'000, 'x') + "\n[FAILED] y\n" + QByteArray(20'000, 'z');
    }

    void anyCutGivesTheSameStore()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!bytes.isEmpty());
        LineStore whole;
        whole.append(bytes, {});
        LineStore pieces;
        QRandomGenerator random(7);
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype size = std::min<qsizetype>(random.bounded(1, 200), bytes.size() - at);
            pieces.append(QByteArrayView(bytes).sliced(at, size), {});
            at += size;
        }
        QCOMPARE(pieces.lineCount(), whole.lineCount());
        QCOMPARE(texts(pieces), texts(whole));
        QCOMPARE(pieces.failureCount(), whole.failureCount());
        QCOMPARE(pieces.warningCount(), whole.warningCount());
        QCOMPARE(pieces.failures(0, 1000), whole.failures(0, 1000));
        QCOMPARE(pieces.rawBytes(0, bytes.size()), bytes);
        QCOMPARE(whole.byteCount(), bytes.size());
    }

    void aLineGrowsUntilItsEnd()
    {
        LineStore store;
        QCOMPARE(store.append("browser-vm log", {}).count, 1);
        QVERIFY(store.line(0).open);
        QCOMPARE(store.line(0).lineClass, LineClass::Plain);
        auto change = store.append("in: ", {});
        QCOMPARE(change.first, 0);
        QCOMPARE(change.count, 1);
        QCOMPARE(store.line(0).text, u"browser-vm login: "_s);
        QCOMPARE(store.line(0).lineClass, LineClass::Good);
        change = store.append("root\n[FAILED] x\n", {});
        QCOMPARE(change.first, 0);
        QCOMPARE(change.count, 2);
        QCOMPARE(change.failures, 1);
        QVERIFY(!store.line(1).open);
        QCOMPARE(store.lineCount(), 2);
        QCOMPARE(store.line(2).number, -1);
        QCOMPARE(store.line(-1).number, 0); // Clamped to the beginning.
    }

    void failuresAreFoundBothWays()
    {
        LineStore store;
        for (int i = 0; i < 1000; ++i)
            store.append(i % 300 == 150 ? "[FAILED] x\n" : "quiet\n", {});
        store.append("[FAILED] open", {});
        QCOMPARE(store.failures(0, 10), (QList<qint64>{150, 450, 750, 1000}));
        QCOMPARE(store.findFailure(151, 1), 450);
        QCOMPARE(store.findFailure(449, -1), 150);
        QCOMPARE(store.findFailure(149, -1), -1);
        QCOMPARE(store.findFailure(1001, 1), -1);
        QCOMPARE(store.findFailure(5000, -1), 1000);
        QCOMPARE(store.failureCount(), 4);
        QCOMPARE(store.failuresIn(150, 301), 2);
        QCOMPARE(store.failuresIn(0, 100'000), 4);
    }

    void timesAreReckonedFromTheKernelsStamps()
    {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
        LineStore store;
        store.append("Probing EDD\n", begin);
        store.append("[    0.000000] Linux version 6.1.0-56-cloud-amd64 (debian)\n", begin.addMSecs(100));
        store.append("[    2.500000] virtio\n", begin.addMSecs(2600));
        store.append("[  OK  ] Started x\n", begin.addMSecs(4600));
        QVERIFY(!store.line(0).sinceBoot);
        QCOMPARE(store.line(1).sinceBoot.value_or(-1), 0);
        QCOMPARE(store.line(2).kernelTime.value_or(-1), 2'500'000);
        QCOMPARE(store.line(3).sinceBoot.value_or(-1), 4500);
        QVERIFY(!store.line(3).kernelTime && !store.line(3).sinceBootIsLeast);
        QCOMPARE(store.line(3).arrival, begin.addMSecs(4600));
        QCOMPARE(store.lastArrival(), begin.addMSecs(4600));

        LineStore old;
        old.append("[    2.500000] virtio\n[  OK  ] Started x\n", {});
        QCOMPARE(old.line(1).sinceBoot.value_or(-1), 2500);
        QVERIFY(old.line(1).sinceBootIsLeast);
        QVERIFY(!old.line(1).arrival.isValid());
    }

    void timesAreTheSameWhereverOneBegins()
    {
        LineStore store;
        store.append(corpus("healthy.log"), {});
        const QList<SerialLine> all = store.lines(0, store.lineCount());
        QVERIFY(all.size() > 400);
        for (const SerialLine &line : all)
            QCOMPARE(store.line(line.number).sinceBoot, line.sinceBoot);
    }

    void bootsBeginAtKernelBanners()
    {
        const QByteArray boot = corpus("root-device-missing.log");
        const qint64 lines = boot.count('\n');
        LineStore store;
        store.append(boot, {});
        QCOMPARE(store.boots().size(), 1);
        QCOMPARE(store.boots()[0].firstLine, 0);
        QCOMPARE(store.boots()[0].kernel, u"6.1.0-56-cloud-amd64"_s);
        // The rest of the last line and the next boot's loader are one line in this log.
        store.append(boot, {});
        const auto boots = store.boots();
        QCOMPARE(boots.size(), 2);
        QVERIFY(std::abs(boots[1].firstLine - lines) <= 1);
        QCOMPARE(store.bootOf(boots[1].firstLine - 1), 0);
        QCOMPARE(store.bootOf(boots[1].firstLine), 1);
        QCOMPARE(store.line(boots[1].firstLine + 3).sinceBoot.value_or(-1), 0);
    }

    void aTailOfAnOlderBootIsABootOfItsOwn()
    {
        LineStore store;
        store.append("[   99.000000] old\n[    0.000000] Linux version 6.1 (x)\n", {});
        QCOMPARE(store.boots().size(), 2);
        QVERIFY(store.boots()[0].kernel.isEmpty());
        QCOMPARE(store.boots()[1].firstLine, 1);
    }

    void marksTakeALineAndEndTheOpenOne()
    {
        LineStore store;
        store.append("half a li", {});
        store.appendMark({LineMark::Kind::Truncated, 0, 0}, {});
        store.append("ne\n", {});
        QCOMPARE(store.lineCount(), 3);
        QCOMPARE(store.line(0).text, u"half a li"_s);
        QCOMPARE(store.line(1).mark.kind, LineMark::Kind::Truncated);
        QCOMPARE(store.line(2).text, u"ne"_s);
        QCOMPARE(store.rawBytes(0, 100), QByteArray("half a line\n"));
    }

    void memoryIsBoundedAndWhatWasDroppedSaysSo()
    {
        LineStore::Limits limits;
        limits.mostBytes = 256 * 1024;
        LineStore store(LineClassifier::shipped(), limits);
        QByteArray piece;
        for (int i = 0; i < 1000; ++i)
            piece += "line of a flood " + QByteArray::number(i) + '\n';
        for (int i = 0; i < 200; ++i)
            store.append(piece, {});
        QCOMPARE(store.lineCount(), 200'000);
        QVERIFY(store.byteCount() - store.firstKeptByte() <= limits.mostBytes);
        QVERIFY(store.line(0).dropped);
        QVERIFY(!store.line(199'999).dropped);
        QCOMPARE(store.line(199'999).text, u"line of a flood 999"_s);
    }

    void textIsFoundInSlices()
    {
        LineStore store;
        for (int i = 0; i < 1000; ++i)
            store.append("line " + QByteArray::number(i) + "\n", {});
        auto found = store.find(u"LINE 999"_s, Qt::CaseInsensitive, 0, 1, 500);
        QCOMPARE(found.line, -1);
        QCOMPARE(found.next, 500);
        found = store.find(u"LINE 999"_s, Qt::CaseInsensitive, found.next, 1, 500);
        QCOMPARE(found.line, 999);
        QCOMPARE(store.find(u"LINE"_s, Qt::CaseSensitive, 0, 1, 5000).line, -1);
        QCOMPARE(store.find(u"line 5"_s, Qt::CaseSensitive, 400, -1, 5000).line, 59);
        QCOMPARE(store.find(u"x"_s, Qt::CaseSensitive, 400, -1, 5000).next, -1);
    }

    void theProfileShowsWhereFailuresAre()
    {
        LineStore store;
        for (int i = 0; i < 1000; ++i)
            store.append(i == 500 ? "[FAILED] x\n" : "quiet\n", {});
        auto profile = store.severityProfile(0, 1000, 10);
        QCOMPARE(profile.size(), size_t(10));
        for (size_t part = 0; part < 10; ++part)
            QCOMPARE(profile[part], part == 5 ? Severity::Error : Severity::None);
        profile = store.severityProfile(0, 1000, 2);
        QCOMPARE(profile[1], Severity::Error);
        QCOMPARE(profile[0], Severity::None);
    }

    void readersAndTheWriterDoNotMeet()
    {
        LineStore store;
        std::atomic<bool> done = false;
        std::atomic<qint64> bad = 0;
        std::atomic<qint64> reads = 0;
        std::thread reader([&] {
            while (!done || reads == 0) {
                const qint64 count = store.lineCount();
                for (const SerialLine &line : store.lines(std::max<qint64>(0, count - 20), 20)) {
                    const bool whole = line.text == u"[FAILED] %1 end"_s.arg(line.number);
                    if (!whole && !line.open)
                        ++bad;
                }
                (void)store.severityProfile(0, count, 100);
                ++reads;
            }
        });
        for (int i = 0; i < 5'000; ++i) {
            const QByteArray line = "[FAILED] " + QByteArray::number(i) + " end\n";
            store.append(line.first(5), {});
            store.append(line.sliced(5), {});
        }
        done = true;
        reader.join();
        QCOMPARE(bad.load(), 0);
        QCOMPARE(store.failureCount(), 5'000);
    }
};

QTEST_GUILESS_MAIN(LineStoreTest)
#include "LineStoreTest.moc"
