// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/PlainScanner.h"
#include "serial/AnsiParser.h"
#include "serial/LineCutter.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArrayList linesOf(const ScannedText &text)
{
    QByteArrayList lines;
    quint32 begin = 0;
    for (const quint32 end : text.block.ends) {
        lines.append(text.block.text.mid(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

QByteArrayList scan(const QByteArray &bytes)
{
    ScanState state;
    ScannedText text;
    PlainScanner::scan(bytes, PlainScanner::End::Final, state, text);
    return linesOf(text);
}

/// What LineCutter and AnsiParser say, one line at a time.
QByteArrayList slowly(QByteArrayView bytes)
{
    QByteArrayList lines;
    while (!bytes.isEmpty()) {
        const LineCut cut = LineCutter::next(bytes);
        QByteArrayView line = bytes.first(cut.bytes);
        if (cut.kind == LineCut::Kind::Line)
            line.chop(1);
        lines.append(cut.kind == LineCut::Kind::Nuls ? QByteArray() : AnsiParser::plainUtf8(line));
        bytes = bytes.sliced(cut.bytes);
    }
    return lines;
}

} // namespace

class PlainScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatTheParserSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *name : {"healthy.log", "missing-library-journal.log", "vnc-segfault-journal.log"}) {
            QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(name) << file.readAll();
        }
        QTest::newRow("returns") << QByteArray("a\r\n\rb\r\r\n\r\r\nc\rd\n\r");
        QTest::newRow("tabs") << QByteArray("\ta\tb\t\tc\n…\tx\n\x1b[1m\ty\n\t\t\t\t\t\t\t\t\t\n\r\tq");
        QTest::newRow("sequences") << QByteArray(
            "\x1b[0;1;31mred\x1b[0m \x1b[K\x1b[0K\x1b[2Kx\x1b[3Cy\x1b(B\x1b=\x1b]0;t\a.\n"
            "\x1b[\xe2\x80\xa6m\n\x1b\n\x1b[\n\x1b[12\r\n\x1b[12;x y\n\x1b[1;2Kq\n");
        QTest::newRow("utf-8") << QByteArray(
            "…●↑€ñ\xc2\x85q\xe2\x80\xae!\xe2\x80\xa8\xff\xfe\xc3\n\xe0\x80\x80\xed\xa0\x80"
            "\xf0\x9f\x98\x80\xd8\x9c\n\xe2\x80\n\xe2");
        QTest::newRow("long") << QByteArray(70'000, 'x') + "\n" + QByteArray(20'000, '\t') + "\n" +
                                     QByteArray(9'000, '\0') + "z";
    }

    void itSaysWhatTheParserSays()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(scan(bytes), slowly(bytes));
    }

    void itSaysWhatTheParserSaysOfAnything()
    {
        const QByteArrayList parts = {
            "a",    "line of text ", "\n",   "\n",       "\r",    "\r\n", "\t",   "\x1b[",
            "\x1b", "\x1b[0;32m",    "[K",   "\x1b[2K",  "\x1b]", "\a",   "\b",   "…",
            "\xe2", "\x80",          "\xc2", "\x1b[10G", "\x7f",  "\x01", "0;1m", "\xf0\x9f\x98\x80"};
        QRandomGenerator random(11);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            for (int i = random.bounded(60); i >= 0; --i)
                bytes += random.bounded(20) == 0 ? QByteArray(1, '\0') : parts[random.bounded(parts.size())];
            QCOMPARE(scan(bytes), slowly(bytes));
        }
    }

    void anOpenLineStaysOut()
    {
        ScanState state;
        ScannedText text;
        PlainScanner::scan("one\ntwo", PlainScanner::End::Open, state, text);
        QCOMPARE(linesOf(text), QByteArrayList{"one"});
        QCOMPARE(text.consumed, 4);
    }
};

QTEST_GUILESS_MAIN(PlainScannerTest)
#include "PlainScannerTest.moc"
