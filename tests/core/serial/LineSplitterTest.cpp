// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineSplitter.h"

#include <QFile>
#include <QList>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

using Lines = QList<LineExtent>;

Lines split(const QByteArray &bytes, const std::function<qsizetype()> &nextSize)
{
    LineSplitter splitter;
    Lines lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min(nextSize(), bytes.size() - at);
        splitter.feed(QByteArrayView(bytes).sliced(at, size), [&](const LineExtent &line) { lines.append(line); });
        at += size;
    }
    if (splitter.openLine().length > 0)
        lines.append(splitter.openLine());
    return lines;
}

QByteArray textOf(const QByteArray &bytes, const LineExtent &line)
{
    return bytes.mid(line.begin, line.length);
}

} // namespace

class LineSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutGivesTheSameLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray longLine(50'000, 'x');
        QTest::newRow("plain") << QByteArray("one\ntwo\nthree");
        QTest::newRow("empty lines") << QByteArray("\n\n\r\n\r\r\n");
        QTest::newRow("no line feed") << QByteArray("login: ");
        QTest::newRow("progress") << QByteArray(" 1%\r 50%\r100%\r\ndone\r\r\n");
        QTest::newRow("nul") << QByteArray("a\0b\n\0\0\0\nc", 10);
        QTest::newRow("invalid utf-8") << QByteArray("\xff\xfe\n\xc3\n\xe2\x82\n");
        QTest::newRow("long") << longLine + "\nshort\n";
        QTest::newRow("exactly one piece") << QByteArray(LineSplitter::MostPieceBytes, 'y') + "\nnext\n";
        QTest::newRow("one more than a piece") << QByteArray(LineSplitter::MostPieceBytes + 1, 'y') + "\nnext\n";
        QTest::newRow("escape at the cut") << QByteArray(LineSplitter::MostPieceBytes - 3, 'y') + "\x1b[38;5;185mred\n";
        QTest::newRow("character at the cut") << QByteArray(LineSplitter::MostPieceBytes - 1, 'y') + "€uro\n";
        QTest::newRow("only continuation bytes") << QByteArray(40'000, '\x80') + "\n";
        QTest::newRow("only escapes") << QByteArray(40'000, '\x1b') + "\n";
        QFile log(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/missing-library-journal.log"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QTest::newRow("a boot") << log.readAll();
    }

    void anyCutGivesTheSameLines()
    {
        QFETCH(QByteArray, bytes);
        const Lines whole = split(bytes, [&] { return bytes.size(); });
        QCOMPARE(split(bytes, [] { return 1; }), whole);
        QRandomGenerator random(42);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(split(bytes, [&] { return qsizetype(random.bounded(1, 300)); }), whole);
    }

    void nothingIsLostAndNothingComesTwice_data() { anyCutGivesTheSameLines_data(); }

    void nothingIsLostAndNothingComesTwice()
    {
        QFETCH(QByteArray, bytes);
        QByteArray together;
        const Lines lines = split(bytes, [&] { return bytes.size(); });
        for (const LineExtent &line : lines) {
            QCOMPARE(line.begin, together.size());
            QVERIFY(line.length <= LineSplitter::MostPieceBytes);
            together += textOf(bytes, line);
            if (!line.continues && together.size() < bytes.size())
                together += '\n';
        }
        QCOMPARE(together, bytes);
    }

    void longLinesComeInMarkedPieces()
    {
        const QByteArray bytes = QByteArray(2 * LineSplitter::MostPieceBytes + 5, 'x') + "\nnext\n";
        const Lines lines = split(bytes, [&] { return bytes.size(); });
        QCOMPARE(lines.size(), 4);
        QVERIFY(!lines[0].continuation && lines[0].continues);
        QVERIFY(lines[1].continuation && lines[1].continues);
        QVERIFY(lines[2].continuation && !lines[2].continues);
        QCOMPARE(lines[2].length, 5);
        QVERIFY(!lines[3].continuation && !lines[3].continues);
    }

    void aPieceNeverCutsACharacterOrAnEscape()
    {
        for (int offset = 0; offset < 16; ++offset) {
            const QByteArray head(LineSplitter::MostPieceBytes - offset, 'x');
            const QByteArray escape = head + "\x1b[38;5;185m" + QByteArray(30, 'z') + '\n';
            const Lines pieces = split(escape, [&] { return escape.size(); });
            QCOMPARE(pieces.size(), 2);
            QVERIFY(!textOf(escape, pieces[0]).contains('\x1b') || textOf(escape, pieces[0]).contains("185m"));
            const QByteArray euro = head + "€€€€" + QByteArray(30, 'z') + '\n';
            for (const LineExtent &piece : split(euro, [&] { return euro.size(); }))
                QVERIFY(!QString::fromUtf8(textOf(euro, piece)).contains(QChar::ReplacementCharacter));
        }
    }

    void anOpenLineCanBeFinished()
    {
        LineSplitter splitter;
        Lines lines;
        const auto sink = [&](const LineExtent &line) {
            lines.append(line);
        };
        QVERIFY(!splitter.finishOpenLine(sink));
        splitter.feed("half", sink);
        QCOMPARE(splitter.openLine().length, 4);
        QVERIFY(splitter.finishOpenLine(sink));
        splitter.feed("new\n", sink);
        QCOMPARE(lines, (Lines{{0, 4, false, false}, {4, 3, false, false}}));
    }
};

QTEST_GUILESS_MAIN(LineSplitterTest)
#include "LineSplitterTest.moc"
