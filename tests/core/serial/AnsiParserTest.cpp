// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/AnsiParser.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr TextColor palette(quint32 value)
{
    return {TextColor::Kind::Palette, value};
}

} // namespace

class AnsiParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("hello") << u"hello"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("returns at the end") << QByteArray("hello\r\r") << u"hello"_s;
        QTest::newRow("only returns") << QByteArray("\r\r") << QString();
        QTest::newRow("progress") << QByteArray(" 10%\r 50%\r100%") << u"100%"_s;
        QTest::newRow("shorter over longer") << QByteArray("loading...\rdone") << u"doneing..."_s;
        QTest::newRow("backspace") << QByteArray("ab\bc") << u"ac"_s;
        QTest::newRow("backspace at the start") << QByteArray("\b\bab") << u"ab"_s;
        QTest::newRow("tab") << QByteArray("a\tb") << u"a       b"_s;
        QTest::newRow("erase to the end") << QByteArray("long text\r\x1b[Kx") << u"x"_s;
        QTest::newRow("erased for good") << QByteArray("evidence\r\x1b[K") << u"evidence"_s;
        QTest::newRow("erased whole") << QByteArray("evidence\x1b[2K\r   ") << u"evidence"_s;
        QTest::newRow("erase the start") << QByteArray("abc\x1b[1K") << u"abc"_s;
        QTest::newRow("forward") << QByteArray("a\x1b[3Cb") << u"a   b"_s;
        QTest::newRow("to a column") << QByteArray("abc\x1b[2GX") << u"aXc"_s;
        QTest::newRow("unfinished escape") << QByteArray("a\x1b") << u"a"_s;
        QTest::newRow("unfinished sequence") << QByteArray("a\x1b[1;3") << u"a"_s;
        QTest::newRow("clear the screen") << QByteArray("\x1b[2J\x1b[H\x1b[10;10Htext") << u"text"_s;
        QTest::newRow("private modes") << QByteArray("\x1b[?25l\x1b[?1049htext\x1b[>c") << u"text"_s;
        QTest::newRow("window title") << QByteArray("\x1b]0;evil\atext") << u"text"_s;
        QTest::newRow("title with st") << QByteArray("\x1b]0;evil\x1b\\text") << u"text"_s;
        QTest::newRow("title without an end hides nothing") << QByteArray("\x1b]0;text") << u"0;text"_s;
        QTest::newRow("device control") << QByteArray("\x1bPq#0\x1b\\text") << u"text"_s;
        QTest::newRow("charset") << QByteArray("\x1b(Btext\x1b)0") << u"text"_s;
        QTest::newRow("reset") << QByteArray("\x1b"
                                             "ctext")
                               << u"text"_s;
        QTest::newRow("bell and friends") << QByteArray("a\a\v\f\x0e\x0f\x7f"
                                                        "b")
                                          << u"ab"_s;
        QTest::newRow("nul run") << QByteArray("a\0\0\0b", 5) << u"a\u2400b"_s;
        QTest::newRow("utf-8") << QByteArray("vnc…● 😀") << u"vnc…● 😀"_s;
        QTest::newRow("invalid utf-8") << QByteArray("a\xff\xc3(\xe2\x82z") << u"a\ufffd\ufffd(\ufffdz"_s;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << u"\ufffd\ufffd"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\ufffd\ufffd\ufffd"_s;
        QTest::newRow("c1 controls") << QByteArray("a\xc2\x9b"
                                                   "31mb")
                                     << u"a31mb"_s;
        QTest::newRow("direction override") << QByteArray("a\xe2\x80\xae"
                                                          "b")
                                            << u"a\ufffdb"_s;
        QTest::newRow("line separator") << QByteArray("a\xe2\x80\xa8"
                                                      "b")
                                        << u"a b"_s;
        QTest::newRow("systemd") << QByteArray("[\x1b[0;1;31mFAILED\x1b[0m] Failed to start \x1b[0;1;39mx\x1b[0m.\r\r")
                                 << u"[FAILED] Failed to start x."_s;
    }

    void text()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(AnsiParser::parse(bytes).text, text);
        QCOMPARE(QString::fromUtf8(AnsiParser::plainUtf8(bytes)), text);
    }

    void style_data()
    {
        QTest::addColumn<QByteArray>("codes");
        QTest::addColumn<TextStyle>("style");
        TextStyle red;
        red.foreground = palette(1);
        TextStyle boldRed = red;
        boldRed.bold = true;
        TextStyle bright;
        bright.foreground = palette(12);
        TextStyle indexed;
        indexed.foreground = palette(185);
        TextStyle exact;
        exact.foreground = {TextColor::Kind::Rgb, 0x102030};
        TextStyle ground;
        ground.background = {TextColor::Kind::Rgb, 0x0a141e};
        TextStyle many;
        many.bold = many.italic = many.underline = many.inverse = many.strikeOut = many.dim = true;
        QTest::newRow("red") << QByteArray("31") << red;
        QTest::newRow("bold red") << QByteArray("0;1;31") << boldRed;
        QTest::newRow("bright") << QByteArray("94") << bright;
        QTest::newRow("256") << QByteArray("38;5;185") << indexed;
        QTest::newRow("256 with colons") << QByteArray("38:5:185") << indexed;
        QTest::newRow("true colour") << QByteArray("38;2;16;32;48") << exact;
        QTest::newRow("true colour with colons") << QByteArray("38:2:16:32:48") << exact;
        QTest::newRow("true colour with a colour space") << QByteArray("38:2::16:32:48") << exact;
        QTest::newRow("true ground") << QByteArray("48;2;10;20;30") << ground;
        QTest::newRow("what follows a colour counts") << QByteArray("38;5;185;1;22") << indexed;
        QTest::newRow("all") << QByteArray("1;2;3;4;7;9") << many;
        QTest::newRow("unknown codes") << QByteArray("31;73;1234567890") << red;
        QTest::newRow("colour without its number") << QByteArray("31;38;5") << red;
        QTest::newRow("number too large") << QByteArray("31;38;5;300") << red;
        QTest::newRow("back to the standard") << QByteArray("1;4;31;22;24") << red;
        QTest::newRow("no underline") << QByteArray("31;4:0") << red;
    }

    void style()
    {
        QFETCH(QByteArray, codes);
        QFETCH(TextStyle, style);
        const StyledText styled = AnsiParser::parse("a\x1b[" + codes + "mbc\x1b[md");
        QCOMPARE(styled.text, u"abcd"_s);
        QCOMPARE(styled.spans.size(), 1);
        QCOMPARE(styled.spans[0].start, 1);
        QCOMPARE(styled.spans[0].length, 2);
        QVERIFY(styled.spans[0].style == style);
    }

    void spansCountUtf16Units()
    {
        const StyledText styled = AnsiParser::parse("😀\x1b[31m😀x");
        QCOMPARE(styled.spans.size(), 1);
        QCOMPARE(styled.spans[0].start, 2);
        QCOMPARE(styled.spans[0].length, 3);
    }

    void progressLinesAreMarked()
    {
        QVERIFY(AnsiParser::parse("10%\r20%").rewritten);
        QVERIFY(!AnsiParser::parse("20%\r").rewritten);
    }

    void aFewBytesCannotAskForMuch()
    {
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += "\x1b[999999999C\x1b[999999999Gx\x1b[999999999K";
        QVERIFY(AnsiParser::parse(bytes).text.size() <= AnsiParser::MostColumnsByMovement + 1000);
        // Many openings of strings that never end must not take squares of time.
        QElapsedTimer timer;
        timer.start();
        QByteArray openings;
        for (int i = 0; i < 8192; ++i)
            openings += "\x1b]";
        const StyledText styled = AnsiParser::parse(openings);
        QVERIFY(styled.text.size() <= openings.size());
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(AnsiParserTest)
#include "AnsiParserTest.moc"
