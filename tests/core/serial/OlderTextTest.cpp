// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that a new boot wrote over from their beginning: where the older text goes on.
#include "serial/OlderText.h"
#include "serial/LineStore.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QStringList corpusNames()
{
    return QDir(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus")).entryList({u"*.log"_s});
}

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<qint64> marks(const LineStore &store)
{
    QList<qint64> result;
    for (const SerialLine &line : store.lines(0, store.lineCount())) {
        if (line.mark.kind == LineMark::Kind::Overwritten)
            result.append(line.number);
    }
    return result;
}

QList<qint64> marksIn(const QByteArray &bytes)
{
    LineStore store;
    store.append(bytes, {});
    return marks(store);
}

/// The first `count` lines of a log.
QByteArray head(const QByteArray &log, int count)
{
    qsizetype at = 0;
    while (count-- > 0)
        at = log.indexOf('\n', at) + 1;
    return log.first(at);
}

QByteArray writtenOver(const QByteArray &older, const QByteArray &newer)
{
    return newer + older.sliced(newer.size());
}

} // namespace

class OlderTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryLogsHaveNone()
    {
        QVERIFY(corpusNames().size() >= 7);
        const QStringList names = corpusNames();
        for (qsizetype i = 0; i < names.size(); ++i) {
            QVERIFY2(marksIn(corpus(names[i])).isEmpty(), qPrintable(names[i]));
            for (const qsizetype step : {0, 1, 5}) {
                const QString next = names[(i + step) % names.size()];
                QVERIFY2(marksIn(corpus(names[i]) + corpus(next)).isEmpty(), qPrintable(names[i] + u" + "_s + next));
            }
        }
    }

    void aShortBootOverALongOne()
    {
        // A kernel that came as far as its user space, and one that had stopped much earlier in the same bytes.
        QByteArray older;
        for (int i = 0; i < 400; ++i)
            older += "[    0." + QByteArray::number(100'000 + i) + "] an old line of a kernel, number " +
                     QByteArray::number(i) + "\r\n";
        const QByteArray newer = "[    0.000000] Linux version 6.1.0 (x)\r\n"
                                 "[    1.500000] systemd[1]: Detected virtualization kvm.\r\n"
                                 "[    2.500000] virtio_net virtio1 eth0: renamed\r\n"
                                 "[  OK  ] Reached target Multi-User System.\r\n";
        LineStore store;
        const QByteArray bytes = writtenOver(older, newer);
        store.append(bytes, {});
        QCOMPARE(marks(store), QList<qint64>{4});
        QVERIFY(store.line(3).text.contains(u"Reached target"_s));
        QCOMPARE(store.line(5).fileLine, 5);
        QCOMPARE(store.line(4).fileLine, 0);
        QCOMPARE(store.boots().size(), 1);
        QCOMPARE(store.rawBytes(0, bytes.size()), bytes);
    }

    void realBoots()
    {
        const QByteArray older = corpus(u"healthy.log"_s);
        // Far into user space, over a log whose kernel still begins at that place.
        const QByteArray newer = head(corpus(u"boot-stalled.log"_s), 20) +
                                 "[   40.000000] Kernel panic - not syncing: x\r\n"
                                 "[   40.000001] ---[ end Kernel panic - not syncing: x ]---\r\n";
        LineStore store;
        store.append(writtenOver(older, newer), {});
        QCOMPARE(marks(store).size(), 1);
        const qint64 line = marks(store).first();
        QVERIFY(line == 22 || line == 23); // The rest of the cut line may look like anything.
        QCOMPARE(store.boots().size(), 1);
    }

    void whatFirecrackerLeavesBehind()
    {
        LineStore store;
        store.append("guest: hello\r\nr, longer than what the guest writes at first\n"
                     "something older, longer than what the guest writes at first\n"
                     "something older, longer than what the guest writes at first\n",
                     {});
        QCOMPARE(marks(store), QList<qint64>{1});
        QCOMPARE(store.line(2).text, u"r, longer than what the guest writes at first"_s);
        QCOMPARE(store.line(2).fileLine, 2);
    }

    void theRestOfAStamp()
    {
        QCOMPARE(marksIn("[    3.000000] a\nbrowser-vm is up\n123456] virtio_blk virtio0: x\n[    5.000000] b\n"),
                 QList<qint64>{2});
        QVERIFY(OlderText::isEndOfStamp("0.123456] x") && OlderText::isEndOfStamp(".123456] x"));
        QVERIFY(!OlderText::isEndOfStamp("12] x") && !OlderText::isEndOfStamp("[    0.123456] x") &&
                !OlderText::isEndOfStamp("123456]x") && !OlderText::isEndOfStamp("") &&
                !OlderText::isEndOfStamp("123456"));
    }

    void aKernelDoesNotSpeakAfterItsGoodbye()
    {
        const QByteArray newer = "[    0.000000] Linux version 6.1.0 (x)\n[    9.000000] reboot: Power down\n";
        QCOMPARE(marksIn(newer + "[   20.000000] an old line\n"), QList<qint64>{2});
        QVERIFY(marksIn(newer + "[    9.000100] reboot: machine restart\n").isEmpty());
        QVERIFY(marksIn(newer + "[    9.000100] acpi_power_off called\n").isEmpty());
        QVERIFY(marksIn(newer + "SeaBIOS\n" + newer).isEmpty());
    }

    void whereSomethingIsMissingAKernelMayHaveBegun()
    {
        LineStore store;
        store.append("[   50.000000] a\n", {});
        store.appendMark({LineMark::Kind::Cut, 0, 1000}, {});
        store.append("3456] the end of a line\n[    2.000000] b\n", {});
        QVERIFY(marks(store).isEmpty());
        QVERIFY(marksIn("[   50.000000] a\n" + QByteArray(5000, '\0') + "[    2.000000] b\n").isEmpty());
    }

    void aKernelMayBeginInTheMiddleOfALine()
    {
        QVERIFY(marksIn("[   50.000000] a\nlogin: [    0.000000] Linux version 6.1 (x)\n[    0.000000] b\n").isEmpty());
    }

    void howeverItComes()
    {
        const QByteArray older = corpus(u"healthy.log"_s);
        const QByteArray bytes = writtenOver(older, head(older, 30) + "[   40.000000] last words\r\nhalf a li") + older;
        LineStore whole;
        whole.append(bytes, {});
        QVERIFY(!marks(whole).isEmpty());
        for (const qsizetype step : {qsizetype(1), qsizetype(83), qsizetype(5000)}) {
            LineStore pieces;
            for (qsizetype at = 0; at < bytes.size(); at += step)
                pieces.append(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)), {});
            QCOMPARE(marks(pieces), marks(whole));
            QCOMPARE(pieces.lineCount(), whole.lineCount());
            for (const SerialLine &line : whole.lines(0, whole.lineCount())) {
                const SerialLine other = pieces.line(line.number);
                QCOMPARE(other.text, line.text);
                QCOMPARE(other.fileLine, line.fileLine);
                QCOMPARE(other.sinceBoot, line.sinceBoot);
            }
            QCOMPARE(pieces.boots().size(), whole.boots().size());
        }
    }

    void aGuestThatPlaysTricksGetsFewMarks()
    {
        QByteArray bytes;
        for (int i = 0; i < 2000; ++i)
            bytes += "[   50.000000] a\n[    2.000000] b\n";
        QVERIFY(marksIn(bytes).size() <= 32);
    }
};

QTEST_GUILESS_MAIN(OlderTextTest)
#include "OlderTextTest.moc"
