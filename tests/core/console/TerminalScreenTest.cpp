// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalScreen.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QStringList texts(const TerminalScreen &screen)
{
    QStringList lines;
    for (int row = 0; row < screen.rows(); ++row)
        lines << screen.line(row).text();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

class TerminalScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndCursor()
    {
        TerminalScreen screen(5, 20);
        screen.write("Debian GNU/Linux 12\r\nlogin: ");
        QCOMPARE(texts(screen), (QStringList{u"Debian GNU/Linux 12"_s, u"login:"_s}));
        QCOMPARE(screen.cursor().row, 1);
        QCOMPARE(screen.cursor().column, 7);
        QVERIFY(screen.cursor().visible);
        screen.write("\x1b[?25l\x1b[3;4Hx\x1b[2J");
        QVERIFY(!screen.cursor().visible);
        QCOMPARE(texts(screen), QStringList());
    }

    void itDoesNotMatterWhereTheBytesAreCut()
    {
        const QByteArray bytes = "a\x1b[1;31mred\x1b[0m \xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80 \x1b]0;ti\xc3\xb6tle\x07"
                                 "\xff\xc3 end\r\n\x1b[38;2;1;2;3mtrue\x1b[m\r\n";
        TerminalScreen whole(5, 40);
        whole.write(bytes);
        TerminalScreen cut(5, 40);
        for (const char byte : bytes)
            cut.write(QByteArrayView(&byte, 1));
        for (int row = 0; row < 5; ++row)
            QCOMPARE(cut.line(row), whole.line(row));
        QCOMPARE(whole.title(), u"tiötle"_s);
        QCOMPARE(whole.line(0).text(), u"ared ä€\U0001F600 \ufffd\ufffd end"_s);
    }

    void coloursAndStyles()
    {
        TerminalScreen screen(2, 40);
        screen.write("\x1b[1;31mFAILED\x1b[0m \x1b[48;5;200mx\x1b[38;2;10;20;30my\x1b[0;7;3;4;9mz");
        const TerminalLine line = screen.line(0);
        QCOMPARE(line.runs.size(), size_t(4));
        QCOMPARE(line.runs[0].text, u"FAILED"_s);
        QVERIFY(line.runs[0].style.bold);
        QCOMPARE(line.runs[0].style.foreground, (TextColor{TextColor::Kind::Palette, 1}));
        QCOMPARE(line.runs[1].column, 7);
        QCOMPARE(line.runs[1].style.background, (TextColor{TextColor::Kind::Palette, 200}));
        QCOMPARE(line.runs[2].style.foreground, (TextColor{TextColor::Kind::Rgb, 0x0a141e}));
        const TextStyle &last = line.runs[3].style;
        QVERIFY(last.inverse && last.italic && last.underline && last.strikeOut && !last.bold);
    }

    void faintText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("faint");
        QTest::newRow("faint") << QByteArray("\x1b[2mx") << true;
        QTest::newRow("faint and red") << QByteArray("\x1b[0;2;31mx") << true;
        QTest::newRow("until normal intensity") << QByteArray("\x1b[2m\x1b[22mx") << false;
        QTest::newRow("until reset") << QByteArray("\x1b[2m\x1b[mx") << false;
        QTest::newRow("true colour") << QByteArray("\x1b[38;2;2;2;2mx") << false;
        QTest::newRow("faint in a true colour") << QByteArray("\x1b[48;2;2;2;2;2mx") << true;
        QTest::newRow("colour 2") << QByteArray("\x1b[38;5;2mx") << false;
        QTest::newRow("a guest's own font") << QByteArray("\x1b[19mx") << false;
        QTest::newRow("a font does not reset") << QByteArray("\x1b[2m\x1b[11mx") << true;
        QTest::newRow("erase in line") << QByteArray("\x1b[2Kx") << false;
        QTest::newRow("cancelled") << QByteArray("\x1b[2\x18mx") << false;
    }

    void faintText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, faint);
        TerminalScreen whole(2, 40);
        whole.write(bytes);
        TerminalScreen cut(2, 40);
        for (const char byte : bytes)
            cut.write(QByteArrayView(&byte, 1));
        QCOMPARE(cut.line(0), whole.line(0));
        QVERIFY(!whole.line(0).runs.empty());
        QCOMPARE(whole.line(0).runs.back().style.dim, faint);
    }

    void wideAndCombinedCharactersStandInTheirColumns()
    {
        TerminalScreen screen(2, 40);
        screen.write("\xe6\xbc\xa2\xe5\xad\x97|e\xcc\x81|");
        const TerminalLine line = screen.line(0);
        QCOMPARE(line.text(), u"漢字|e\u0301|"_s);
        QCOMPARE(line.runs[0].columns, 2);
        QCOMPARE(line.runs[1].column, 2);
        QCOMPARE(line.runs[2].column, 4);
        QCOMPARE(line.length(), 7);
        QCOMPARE(line.text(4, 6), u"|e\u0301"_s);
    }

    void whatScrollsOutBecomesHistory()
    {
        TerminalScreen screen(3, 10);
        for (int i = 0; i < 10; ++i)
            screen.write(QByteArray::number(i) + "\r\n");
        QCOMPARE(screen.history().size(), size_t(8));
        QCOMPARE(screen.firstRow(), 0);
        QCOMPARE(screen.endRow(), 11);
        QCOMPARE(screen.lineAt(7).text(), u"7"_s);
        QCOMPARE(screen.lineAt(9).text(), u"9"_s);
        QCOMPARE(screen.lineAt(11).text(), QString());
        QVERIFY(screen.prependHistory({screen.lineAt(1), screen.lineAt(2)}));
        QCOMPARE(screen.firstRow(), -2);
        QCOMPARE(screen.lineAt(-1).text(), u"2"_s);
        QCOMPARE(screen.lineAt(7).text(), u"7"_s);
        screen.write("\x1b[?1049h\x1b[2Jeditor\r\n\n\n\n\n");
        QVERIFY(screen.isAlternate());
        QCOMPARE(screen.history().size(), size_t(10));
        screen.write("\x1b[?1049l");
        QVERIFY(!screen.isAlternate());
        QCOMPARE(screen.lineAt(9).text(), u"9"_s);
    }

    void allItsLinesCanBeTaken()
    {
        TerminalScreen screen(3, 10);
        screen.write("a\r\nb\r\n\r\nd\r\ne\r\n");
        const auto lines = screen.takeLines();
        QStringList taken;
        for (const TerminalLine &line : lines)
            taken << line.text();
        QCOMPARE(taken, (QStringList{u"a"_s, u"b"_s, {}, u"d"_s, u"e"_s}));
        QVERIFY(screen.history().empty());
    }

    void sizesHaveLimits()
    {
        const TerminalScreen small(0, -5);
        QCOMPARE(small.rows(), 2);
        QCOMPARE(small.columns(), 2);
        const TerminalScreen large(1'000'000, 1'000'000);
        QCOMPARE(large.rows(), TerminalScreen::MostRows);
        QCOMPARE(large.columns(), TerminalScreen::MostColumns);
    }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const int shift = Qt::ShiftModifier;
        const int control = Qt::ControlModifier;
        const int alt = Qt::AltModifier;
        QTest::newRow("a") << int(Qt::Key_A) << 0 << u"a"_s << QByteArray("a");
        QTest::newRow("umlaut") << int(Qt::Key_Adiaeresis) << 0 << u"ä"_s << QByteArray("\xc3\xa4");
        QTest::newRow("AltGr") << int(Qt::Key_At) << int(Qt::GroupSwitchModifier) << u"@"_s << QByteArray("@");
        QTest::newRow("Alt+a") << int(Qt::Key_A) << alt << u"a"_s
                               << QByteArray("\x1b"
                                             "a");
        QTest::newRow("Enter") << int(Qt::Key_Return) << 0 << u"\r"_s << QByteArray("\r");
        QTest::newRow("Shift+Enter") << int(Qt::Key_Enter) << shift << u"\r"_s << QByteArray("\r");
        QTest::newRow("Backspace") << int(Qt::Key_Backspace) << 0 << u"\b"_s << QByteArray("\x7f");
        QTest::newRow("Ctrl+Backspace") << int(Qt::Key_Backspace) << control << u"\x7f"_s << QByteArray("\b");
        QTest::newRow("Tab") << int(Qt::Key_Tab) << 0 << u"\t"_s << QByteArray("\t");
        QTest::newRow("Shift+Tab") << int(Qt::Key_Backtab) << shift << QString() << QByteArray("\x1b[Z");
        QTest::newRow("Escape") << int(Qt::Key_Escape) << 0 << u"\x1b"_s << QByteArray("\x1b");
        QTest::newRow("Ctrl+C") << int(Qt::Key_C) << control << u"\x03"_s << QByteArray("\x03");
        QTest::newRow("Ctrl+I") << int(Qt::Key_I) << control << QString() << QByteArray("\t");
        QTest::newRow("Ctrl+Space") << int(Qt::Key_Space) << control << u" "_s << QByteArray(1, '\0');
        QTest::newRow("Ctrl+]") << int(Qt::Key_BracketRight) << control << QString() << QByteArray("\x1d");
        QTest::newRow("Ctrl+Alt+D") << int(Qt::Key_D) << (control | alt) << QString() << QByteArray("\x1b\x04");
        QTest::newRow("Up") << int(Qt::Key_Up) << 0 << QString() << QByteArray("\x1b[A");
        QTest::newRow("Ctrl+Left") << int(Qt::Key_Left) << control << QString() << QByteArray("\x1b[1;5D");
        QTest::newRow("Home") << int(Qt::Key_Home) << 0 << QString() << QByteArray("\x1b[H");
        QTest::newRow("Delete") << int(Qt::Key_Delete) << 0 << u"\x7f"_s << QByteArray("\x1b[3~");
        QTest::newRow("Page Up") << int(Qt::Key_PageUp) << 0 << QString() << QByteArray("\x1b[5~");
        QTest::newRow("F1") << int(Qt::Key_F1) << 0 << QString() << QByteArray("\x1bOP");
        QTest::newRow("F5") << int(Qt::Key_F5) << 0 << QString() << QByteArray("\x1b[15~");
        QTest::newRow("F12") << int(Qt::Key_F12) << 0 << QString() << QByteArray("\x1b[24~");
        QTest::newRow("a modifier alone") << int(Qt::Key_Control) << control << QString() << QByteArray();
        QTest::newRow("volume") << int(Qt::Key_VolumeUp) << 0 << QString() << QByteArray();
    }
    void keys()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, text);
        TerminalScreen screen(24, 80);
        QTEST(screen.keyBytes(key, Qt::KeyboardModifiers(modifiers), text), "bytes");
        QCOMPARE(screen.takeAnswers(), QByteArray());
    }

    void cursorKeysFollowTheGuestsMode()
    {
        TerminalScreen screen(24, 80);
        screen.write("\x1b[?1h");
        QCOMPARE(screen.keyBytes(Qt::Key_Up, {}, {}), QByteArray("\x1bOA"));
        screen.write("\x1b[?1l");
        QCOMPARE(screen.keyBytes(Qt::Key_Up, {}, {}), QByteArray("\x1b[A"));
    }

    void pastedTextCannotPressKeys()
    {
        TerminalScreen screen(24, 80);
        QCOMPARE(screen.pasteBytes(u"ls\r\nä\n\x1b[201~rm\x03\x7f\u0085\tx"_s), QByteArray("ls\r\xc3\xa4\r[201~rm\tx"));
        screen.write("\x1b[?2004h");
        QCOMPARE(screen.pasteBytes(u"ls\n\x1b[201~"_s), QByteArray("\x1b[200~ls\r[201~\x1b[201~"));
        QVERIFY(screen.pasteBytes(QString(3'000'000, u'x')).size() <= TerminalScreen::MostPasteCharacters + 12);
    }

    void questionsAreAnsweredWithinLimits()
    {
        TerminalScreen screen(24, 80);
        screen.write("\x1b[6n");
        QCOMPARE(screen.takeAnswers(), QByteArray("\x1b[1;1R"));
        QCOMPARE(screen.takeAnswers(), QByteArray());
        screen.write(QByteArray("\x1b[6n\x1b[c").repeated(100'000));
        QVERIFY(screen.takeAnswers().size() <= TerminalScreen::MostAnswerBytes);
    }

    void theBellAndTheTitle()
    {
        TerminalScreen screen(24, 80);
        QVERIFY(!screen.takeBell());
        screen.write("\x07");
        QVERIFY(screen.takeBell());
        QVERIFY(!screen.takeBell());
        screen.write("\x1b]2;" + QByteArray(100'000, 'T') + "\x07");
        QVERIFY(screen.title().size() <= 200);
        screen.write("\x1b]2;a\xe2\x80\xaez\x07");
        QCOMPARE(screen.title(), u"az"_s);
    }

    void memoryHasALimit_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("empty lines") << QByteArray("\r\n");
        QTest::newRow("styles") << QByteArray("\x1b[31mx\x1b[32my");
        QTest::newRow("wide characters") << QByteArray("\xe6\xbc\xa2");
        QTest::newRow("combining marks") << QByteArray("\xcc\x81");
        QTest::newRow("marks on each character")
            << QByteArray("e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81");
        QTest::newRow("an endless title") << QByteArray("\x1b]0;xxxxxxxx");
        QTest::newRow("an endless DCS") << QByteArray("\x1bPxxxxxxxx");
        QTest::newRow("an endless CSI") << QByteArray("\x1b[1;2;3;4;5;6;7;8;9;0;");
        QTest::newRow("huge parameters") << QByteArray(
            "\x1b[99999999999999999999;2147483647H\x1b[2147483647S\x1b[2147483647@x");
        QTest::newRow("repeated") << QByteArray("\x1b[1b\x1b[99999b");
        QTest::newRow("margins and scrolling") << QByteArray("\x1b[?69h\x1b[5;3s\x1b[2;1r\x1b[9999L\x1b[9999M\x1b"
                                                             "D\x1bM\x1b#8\r\n");
    }
    void memoryHasALimit()
    {
        QFETCH(QByteArray, piece);
        TerminalScreen screen(24, 80);
        screen.write(piece); // as the very first that it hears
        const QByteArray bytes = piece.repeated(64 * 1024 / piece.size());
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 16; ++i)
            screen.write(bytes);
        qsizetype memory = 0;
        for (const TerminalLine &line : screen.history())
            memory += line.bytes();
        QVERIFY(memory <= TerminalScreen::MostHistoryBytes);
        QVERIFY(qsizetype(screen.history().size()) <= TerminalScreen::MostHistoryLines);
        QVERIFY2(time.elapsed() < 30'000, qPrintable(QString::number(time.elapsed())));
    }

    void noiseDoesNoHarm()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet =
            "\x1b\x1b\x1b[[;?0123456789hlHJKmrsABCDPLM@XSTcdfgnqtub#8()]\\\x07\r\n\x9b\xc3\xe2\xf0 a";
        std::unique_ptr<TerminalScreen> owner;
        for (int round = 0; round < 1000; ++round) {
            if (round % 50 == 0)
                owner = std::make_unique<TerminalScreen>(random.bounded(60), random.bounded(200));
            TerminalScreen &screen = *owner;
            QByteArray bytes(200, Qt::Uninitialized);
            for (char &byte : bytes)
                byte =
                    random.bounded(8) == 0 ? char(random.bounded(256)) : alphabet[random.bounded(int(alphabet.size()))];
            screen.write(bytes);
            QVERIFY(screen.cursor().row >= 0 && screen.cursor().row < screen.rows());
            QVERIFY(screen.cursor().column >= 0 && screen.cursor().column < screen.columns());
            for (int row = 0; row < screen.rows(); ++row)
                QVERIFY(screen.line(row).length() <= screen.columns() + 1);
        }
    }

    void throughput()
    {
        QByteArray boot;
        for (int i = 0; i < 5000; ++i)
            boot += "[    3.141592] [\x1b[0;32m  OK  \x1b[0m] Started \x1b[0;1;39mdesktop.service\x1b[0m - Desktop "
                    "session.\r\n";
        TerminalScreen screen(40, 120);
        QElapsedTimer time;
        time.start();
        qint64 bytes = 0;
        while (time.elapsed() < 500) {
            for (qsizetype at = 0; at < boot.size(); at += 65536)
                screen.write(QByteArrayView(boot).sliced(at, std::min<qsizetype>(65536, boot.size() - at)));
            bytes += boot.size();
        }
        qInfo("%.1f MB/s", double(bytes) / 1000 / double(time.elapsed()));
        QVERIFY(bytes > 0);
    }
};

QTEST_GUILESS_MAIN(TerminalScreenTest)
#include "TerminalScreenTest.moc"
