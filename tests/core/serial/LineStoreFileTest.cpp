// SPDX-License-Identifier: GPL-3.0-or-later
// A file gives the same lines as its bytes do, however it is cut into chunks and whoever reads them.
#include "serial/LineCutter.h"
#include "serial/LineStore.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString describe(const SerialLine &line)
{
    return u"%1 %2 c%3 s%4 m%5:%6 t%7 b%8 %9"_s.arg(line.number)
               .arg(line.fileLine)
               .arg(int(line.lineClass))
               .arg(int(line.severity))
               .arg(int(line.mark.kind))
               .arg(line.mark.bytes)
               .arg(line.kernelTime.value_or(-1))
               .arg(line.sinceBoot.value_or(-1))
               .arg(line.text) +
           u" %1%2%3%4%5%6%7"_s.arg(int(line.continuation))
               .arg(int(line.continues))
               .arg(int(line.rewritten))
               .arg(int(line.open))
               .arg(int(line.dropped))
               .arg(int(line.stitched))
               .arg(int(line.sinceBootIsLeast));
}

QStringList describe(const LineStore &store)
{
    QStringList result;
    for (const SerialLine &line : store.lines(0, store.lineCount()))
        result.append(describe(line));
    for (const SerialBoot &boot : store.boots())
        result.append(u"boot %1 %2 %3"_s.arg(boot.firstLine).arg(boot.lineCount).arg(boot.kernel));
    result.append(u"%1 failures, %2 warnings, %3 bytes"_s.arg(store.failureCount())
                      .arg(store.warningCount())
                      .arg(store.byteCount()));
    return result;
}

/// Nasty text of about `size` bytes.
QByteArray nasty(QRandomGenerator &random, qsizetype size)
{
    const QByteArrayList parts = {
        "\n",
        "\r\n",
        "[    1.234567] kernel line\r\n",
        "[    0.000000] Linux version 6.1.0 (x)\n",
        "[    9.000000] reboot: Restarting system\n",
        "[FAILED] Failed to start x.service\n",
        "guest: he",
        "llo\r\n",
        "2026-11-22T23:21:17.590637475 [anonymous-instance:fc_api] The request was executed.\n",
        "2026-11-22T23:21:17.590637475 [a:main:ERROR:src/main.rs:1] Broken: No such file or directory\r\n",
        " 10%\r 20%\r",
        "\x1b[0;31mred\x1b[0m",
        "\x1b[",
        "…",
        "\xff",
        "\t",
        "Probing EDD... ok\n",
    };
    QByteArray bytes;
    while (bytes.size() < size) {
        switch (random.bounded(60)) {
        case 0:
            bytes += QByteArray(random.bounded(40'000), 'x');
            break;
        case 1:
            bytes += QByteArray(random.bounded(12'000), '\0');
            break;
        case 2:
            for (int i = random.bounded(90); i > 0; --i)
                bytes += parts[8];
            break;
        default:
            bytes += parts[random.bounded(parts.size())];
        }
    }
    return bytes;
}

LineStore::Limits chunksOf(qint64 bytes)
{
    LineStore::Limits limits;
    limits.fileChunkBytes = bytes;
    return limits;
}

void compareWithFile(const QByteArray &bytes, qint64 chunk, int threads)
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.flush());
    LineStore whole;
    whole.append(bytes, {});
    LineStore read(LineClassifier::shipped(), chunksOf(chunk));
    qint64 done = 0;
    QVERIFY(read.appendFile(file.handle(), 0, bytes.size(), threads, [&](qint64 bytesDone, const auto &) {
        done = bytesDone;
        return true;
    }));
    QCOMPARE(done, bytes.size());
    const QStringList expected = describe(whole);
    const QStringList found = describe(read);
    for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
    QCOMPARE(read.rawBytes(0, bytes.size()), bytes);
}

} // namespace

class LineStoreFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsTheSameAsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QStringList names = QDir(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus")).entryList({u"*.log"_s});
        QVERIFY(names.size() >= 6);
        QByteArray all;
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << corpus(name);
            all += corpus(name);
        }
        QTest::newRow("all") << all;
        QTest::newRow("no line feed at all") << QByteArray(100'000, 'x');
        QTest::newRow("nothing but line feeds") << QByteArray(5'000, '\n');
        QTest::newRow("nothing but NULs") << QByteArray(200'000, '\0');
        QTest::newRow("one byte") << QByteArray("x");
    }

    void aFileIsTheSameAsItsBytes()
    {
        QFETCH(QByteArray, bytes);
        compareWithFile(bytes, 700, 3);
        if (!QTest::currentTestFailed())
            compareWithFile(bytes, 20'000, 1);
    }

    void nastyFilesToo()
    {
        QRandomGenerator random(99);
        for (int round = 0; round < 30; ++round) {
            const QByteArray bytes = nasty(random, random.bounded(100, 60'000));
            compareWithFile(bytes, random.bounded(1, 30'000), 1 + round % 3);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void andHoweverTheBytesCome()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 25; ++round) {
            const QByteArray bytes = nasty(random, random.bounded(100, 40'000));
            LineStore whole;
            whole.append(bytes, {});
            LineStore pieces;
            const int most = random.bounded(2, 5'000);
            qint64 shown = 0;
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype size = std::min<qsizetype>(random.bounded(1, most), bytes.size() - at);
                const auto change = pieces.append(QByteArrayView(bytes).sliced(at, size), {});
                QVERIFY(change.first <= shown);
                QCOMPARE(change.first + change.count, pieces.lineCount());
                shown = pieces.lineCount();
                at += size;
            }
            const QStringList expected = describe(whole);
            const QStringList found = describe(pieces);
            for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i)
                QCOMPARE(found[i], expected[i]);
            QCOMPARE(found.size(), expected.size());
        }
    }

    void linesAreTheSameWhereverOneBeginsToRead()
    {
        QRandomGenerator random(5);
        const QByteArray bytes = nasty(random, 150'000);
        LineStore store;
        store.append(bytes, {});
        const QList<SerialLine> all = store.lines(0, store.lineCount());
        QCOMPARE(qint64(all.size()), store.lineCount());
        for (const SerialLine &line : all)
            QCOMPARE(describe(store.line(line.number)), describe(line));
    }

    void blocksOfPlainTextHoldEveryLineOnce()
    {
        QRandomGenerator random(6);
        const QByteArray bytes = nasty(random, 150'000);
        LineStore store;
        store.append(bytes, {});
        PlainBlock block;
        std::vector<LineClass> classes;
        for (const qint64 most : {qint64(1), qint64(5'000), qint64(1'000'000)}) {
            qint64 line = 0;
            for (store.plainBlock(0, most, block, classes); block.count() > 0;
                 store.plainBlock(line, most, block, classes)) {
                QCOMPARE(block.first, line);
                QCOMPARE(classes.size(), block.ends.size());
                quint32 begin = 0;
                for (const quint32 end : block.ends) {
                    const SerialLine shown = store.line(line);
                    QCOMPARE(block.text.at(end), '\n');
                    const QString text = QString::fromUtf8(block.text.mid(begin, end - begin));
                    QCOMPARE(text, shown.text);
                    QCOMPARE(classes[size_t(line - block.first)], shown.lineClass);
                    begin = end + 1;
                    ++line;
                }
                QCOMPARE(qsizetype(begin), block.text.size());
            }
            QCOMPARE(line, store.lineCount());
        }
        store.plainBlock(3, 1, block, classes);
        QCOMPARE(block.first, 3);
    }

    void holesBecomeMarks()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const qint64 hole = qint64(8) * 1024 * 1024 * 1024;
        QVERIFY(file.write("before\nhalf") == 11 && file.flush());
        QVERIFY(::pwrite(file.handle(), "rest\nafter\n", 11, hole) == 11);
        LineStore store;
        QVERIFY(store.appendFile(file.handle(), 0, hole + 11, 2, {}));
        QCOMPARE(store.lineCount(), 5);
        QCOMPARE(store.line(1).text, u"half"_s);
        QCOMPARE(store.line(2).mark.kind, LineMark::Kind::Cut);
        QCOMPARE(store.line(2).mark.bytes, hole - 11);
        QCOMPARE(store.line(3).text, u"rest"_s);
        QCOMPARE(store.line(4).text, u"after"_s);
        QCOMPARE(store.line(4).fileLine, 3);
    }

    void whatGrowsIsAppended()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const QByteArray boot = corpus(u"healthy.log"_s);
        LineStore store;
        LineStore whole;
        whole.append(boot, {});
        for (qsizetype at = 0; at < boot.size(); at += 777) {
            const QByteArray part = boot.mid(at, 777);
            QVERIFY(file.write(part) == part.size() && file.flush());
            QVERIFY(store.appendFile(file.handle(), at, at + part.size(), 2, {}));
        }
        QCOMPARE(describe(store), describe(whole));
    }

    void aFileThatShrinksLosesLinesButNotTheirNumber()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QByteArray bytes;
        for (int i = 0; i < 20'000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        QVERIFY(file.write(bytes) == bytes.size() && file.flush());
        LineStore store;
        QVERIFY(store.appendFile(file.handle(), 0, bytes.size(), 2, {}));
        QVERIFY(file.resize(1000));
        QCOMPARE(store.lineCount(), 20'000);
        QVERIFY(store.line(19'000).dropped && store.line(19'000).text.isEmpty());
        QVERIFY(!store.line(10).dropped);
        QVERIFY(!store.appendFile(file.handle(), bytes.size(), bytes.size() + 10, 1, {}));
        store.appendMark({LineMark::Kind::Truncated, 0, 0}, {});
        QVERIFY(store.line(10).dropped);
        store.append("new\n", {});
        QCOMPARE(store.line(20'001).text, u"new"_s);
        QCOMPARE(store.line(20'001).fileLine, 1);
    }

    void readingCanBeStopped()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const QByteArray bytes(1'000'000, '\n');
        QVERIFY(file.write(bytes) == bytes.size() && file.flush());
        LineStore store(LineClassifier::shipped(), chunksOf(10'000));
        int calls = 0;
        QVERIFY(store.appendFile(file.handle(), 0, bytes.size(), 3, [&](qint64, const auto &) { return ++calls < 5; }));
        QCOMPARE(calls, 5);
        QCOMPARE(store.lineCount(), 50'000);
    }

    void theIndexIsSmall()
    {
        LineStore store;
        const QByteArray boot = corpus(u"missing-library-journal.log"_s);
        for (int i = 0; i < 400; ++i)
            store.append(boot, {});
        QVERIFY(store.lineCount() > 200'000);
        QVERIFY(double(store.indexMemory()) / double(store.lineCount()) < 2.0);
    }
};

QTEST_GUILESS_MAIN(LineStoreFileTest)
#include "LineStoreFileTest.moc"
