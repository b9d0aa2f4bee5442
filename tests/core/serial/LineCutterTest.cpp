// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineCutter.h"

#include <QFile>
#include <QList>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using Kind = LineCut::Kind;

namespace {

QList<LineCut> cut(QByteArrayView bytes)
{
    QList<LineCut> cuts;
    while (!bytes.isEmpty()) {
        cuts.append(LineCutter::next(bytes));
        bytes = bytes.sliced(cuts.last().bytes);
    }
    return cuts;
}

} // namespace

class LineCutterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreBytesChangeNothingThatIsFinished_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray longLine(50'000, 'x');
        QTest::newRow("plain") << QByteArray("one\ntwo\nthree");
        QTest::newRow("empty lines") << QByteArray("\n\n\r\n\r\r\n");
        QTest::newRow("long") << longLine + "\nshort\n";
        QTest::newRow("exactly one piece") << QByteArray(LineCutter::MostPieceBytes, 'y') + "\nnext\n";
        QTest::newRow("one more than a piece") << QByteArray(LineCutter::MostPieceBytes + 1, 'y') + "\nnext\n";
        QTest::newRow("escape at the cut") << QByteArray(LineCutter::MostPieceBytes - 3, 'y') + "\x1b[38;5;185mred\n";
        QTest::newRow("character at the cut") << QByteArray(LineCutter::MostPieceBytes - 1, 'y') + "€uro\n";
        QTest::newRow("only continuation bytes") << QByteArray(40'000, '\x80') + "\n";
        QTest::newRow("only escapes") << QByteArray(40'000, '\x1b') + "\n";
        QTest::newRow("a few NULs") << "a" + QByteArray(LineCutter::LeastNuls - 1, '\0') + "b\n";
        QTest::newRow("many NULs") << "a" + QByteArray(20'000, '\0') + "b\n";
        QTest::newRow("NULs at the end of a piece") << QByteArray(15'000, 'y') + QByteArray(9'000, '\0') + "b\n";
    }

    void moreBytesChangeNothingThatIsFinished()
    {
        QFETCH(QByteArray, bytes);
        const QByteArrayView all(bytes);
        for (qsizetype begin = 0; begin < bytes.size();) {
            const LineCut whole = LineCutter::next(all.sliced(begin));
            const qsizetype window = std::min<qsizetype>(bytes.size() - begin, 17'000);
            for (qsizetype length = 1; length < window; length += 1 + length / 50) {
                const LineCut early = LineCutter::next(all.sliced(begin, length));
                if (early.kind == Kind::Open) {
                    QCOMPARE(early.bytes, length);
                    continue;
                }
                QCOMPARE(early.kind, whole.kind);
                if (early.kind != Kind::Nuls)
                    QCOMPARE(early.bytes, whole.bytes);
            }
            begin += qsizetype(whole.bytes);
        }
    }

    void longLinesComeInPieces()
    {
        const QByteArray bytes = QByteArray(2 * LineCutter::MostPieceBytes + 5, 'x') + "\nnext";
        const QList<LineCut> expected = {{Kind::Piece, LineCutter::MostPieceBytes},
                                         {Kind::Piece, LineCutter::MostPieceBytes},
                                         {Kind::Line, 6},
                                         {Kind::Open, 4}};
        QCOMPARE(cut(bytes), expected);
    }

    void aPieceNeverCutsACharacterOrAnEscape()
    {
        for (int offset = 0; offset < 16; ++offset) {
            const QByteArray head(LineCutter::MostPieceBytes - offset, 'x');
            const QByteArray escape = head + "\x1b[38;5;185m" + QByteArray(30, 'z') + '\n';
            QCOMPARE(cut(escape).size(), 2);
            const QByteArray first = escape.first(cut(escape)[0].bytes);
            QVERIFY(!first.contains('\x1b') || first.contains("185m"));
            const QByteArray euro = head + "€€€€" + QByteArray(30, 'z') + '\n';
            const QByteArray piece = euro.first(cut(euro)[0].bytes);
            QVERIFY(!QString::fromUtf8(piece).contains(QChar::ReplacementCharacter));
        }
    }

    void longRunsOfNulsAreNoText()
    {
        const QByteArray bytes = "ab" + QByteArray(100'000, '\0') + "cd\n";
        const QList<LineCut> expected = {{Kind::Part, 2}, {Kind::Nuls, 100'000}, {Kind::Line, 3}};
        QCOMPARE(cut(bytes), expected);
        QCOMPARE(cut(QByteArray(LineCutter::LeastNuls, '\0') + '\n'),
                 (QList<LineCut>{{Kind::Nuls, LineCutter::LeastNuls}, {Kind::Line, 1}}));
        QCOMPARE(cut(QByteArray(LineCutter::LeastNuls - 1, '\0') + '\n'),
                 (QList<LineCut>{{Kind::Line, LineCutter::LeastNuls}}));
    }
};

QTEST_GUILESS_MAIN(LineCutterTest)
#include "LineCutterTest.moc"
