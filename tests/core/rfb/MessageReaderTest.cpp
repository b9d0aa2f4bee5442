// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QTest>

#include <algorithm>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

/// What comes between and around the rectangles of pixels.
class MessageReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEvents_data();
    void tellsEvents();
    void malformed_data();
    void malformed();
    void asksAgainAfterEachUpdate();
    void asksForEverythingAfterAResize();
    void cutsLongTexts();
    void resizesTheFramebuffer();
    void endsWithLastRect();
    void answersFences();
    void takesContinuousUpdates();
    void fallsBackFromContinuousUpdates();
    void doesWithoutContinuousUpdates();
    void speaksLowColourWithIntelAmt();
};

void MessageReaderTest::tellsEvents_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("events");
    const auto row = [](const char *name, const WireBytes &message, const QStringList &events) {
        QTest::newRow(name) << message.take() << events;
    };
    row("bells", WireBytes().u8(2).u8(2), {u"bell"_s, u"bell"_s});
    row("text", WireBytes().u8(3).padding(3).u32(6).bytes("a\r\n\xe4\nb"), {u"cut a\n\u00e4\nb"_s});
    row("empty text", WireBytes().u8(3).padding(3).u32(0), {u"cut "_s});
    row("colours without a map", WireBytes().u8(1).u8(0).u16(0).u16(1).padding(6).u8(2), {u"bell"_s});
    row("empty update", WireBytes().updateHeader(0), {u"update"_s});
    row("same size", WireBytes().updateHeader(1).rectangle(0, 0, 4, 2, -223), {u"update"_s});
    row("another size", WireBytes().updateHeader(1).rectangle(0, 0, 5, 3, -223), {u"resized 5x3"_s, u"update"_s});
    const auto screen = [](int width, int height) {
        return WireBytes().u8(1).padding(3).u32(1).u16(0).u16(0).u16(width).u16(height).u32(0).take();
    };
    row("extended size, the server's", WireBytes().updateHeader(1).rectangle(0, 0, 6, 3, -308).bytes(screen(6, 3)),
        {u"can resize"_s, u"resized 6x3"_s, u"update"_s});
    row("extended size, ours", WireBytes().updateHeader(1).rectangle(1, 0, 6, 3, -308).bytes(screen(6, 3)),
        {u"can resize"_s, u"resized 6x3"_s, u"resize 0"_s, u"update"_s});
    row("extended size, refused", WireBytes().updateHeader(1).rectangle(1, 3, 6, 3, -308).bytes(screen(4, 2)),
        {u"can resize"_s, u"resize 3"_s, u"update"_s});
    row("extended size, unknown status", WireBytes().updateHeader(1).rectangle(1, 99, 6, 3, -308).bytes(screen(4, 2)),
        {u"can resize"_s, u"resize 4"_s, u"update"_s});
    row("extended size, refused as prohibited",
        WireBytes().updateHeader(1).rectangle(1, 1, 6, 3, -308).bytes(screen(4, 2)),
        {u"can resize"_s, u"resize 1"_s, u"update"_s});
    row("lamps", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -261).u8(5), {u"leds 101"_s, u"update"_s});
    row("lamps of VMware", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, 0x574d5668).u32(2),
        {u"leds 010"_s, u"update"_s});
    row("scan codes", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -258), {u"can keys"_s, u"update"_s});
    row("more buttons", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -316), {u"can buttons"_s, u"update"_s});
    row("power", WireBytes().u8(250).u8(0).u8(1).u8(1), {u"can power"_s});
    row("power refused", WireBytes().u8(250).u8(0).u8(1).u8(0), {u"power refused"_s});
    row("pong", WireBytes().u8(248).padding(3).u32(0).u8(8).u32(1).u32(2), {u"can fence"_s, u"pong 4294967298"_s});
    row("foreign fence", WireBytes().u8(248).padding(3).u32(3).u8(2).bytes("xy").u8(2), {u"can fence"_s, u"bell"_s});
    row("fence too long", WireBytes().u8(248).padding(3).u32(0x80000000).u8(65).padding(65).u8(2), {u"bell"_s});
    row("continuous updates", WireBytes().u8(150).u8(2), {u"can continuous"_s, u"bell"_s});
    row("name", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -307).u32(3).bytes("new"),
        {u"name new"_s, u"update"_s});
    row("long name", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -307).u32(5000).bytes(QByteArray(5000, 'n')),
        {u"name "_s + QString(4096, u'n'), u"update"_s});
    WireBytes cursor;
    cursor.updateHeader(1).rectangle(1, 1, 2, 2, -239);
    for (const quint32 colour : {red, green, blue, white})
        cursor.pixel({}, colour);
    row("cursor", cursor.u8(0x80).u8(0x40), {u"cursor 2x2+1+1 ffff0000 0 0 ffffffff"_s, u"update"_s});
    row("no cursor", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -239), {u"cursor 0x0+0+0"_s, u"update"_s});
    row("hotspot outside", WireBytes().updateHeader(1).rectangle(900, 800, 1, 1, -239).pixel({}, red).u8(0x80),
        {u"cursor 1x1+0+0 ffff0000"_s, u"update"_s});
}

void MessageReaderTest::tellsEvents()
{
    QFETCH(QByteArray, message);
    QFETCH(QStringList, events);
    const QByteArray start = WireBytes().handshake({4, 2}, {}).take();
    const qsizetype before = playBothWays(start).events.size();
    QCOMPARE(playBothWays(start + message).events.sliced(before), events);
    // What comes next is read as a message of its own; some things are news only once.
    const auto isOnce = [](const QString &event) {
        return event.startsWith(u"resized"_s) || event.startsWith(u"can"_s) || event.startsWith(u"leds"_s);
    };
    QCOMPARE(playBothWays(start + message + message).events.size(),
             before + events.size() * 2 - std::count_if(events.begin(), events.end(), isOnce));
}

void MessageReaderTest::malformed_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const WireBytes &message, const QString &where) {
        QTest::newRow(name) << message.take() << where;
    };
    row("message type", WireBytes().u8(77), u"unknown message type 77"_s);
    row("colours", WireBytes().u8(1).u8(0).u16(65535).u16(2), u"SetColourMapEntries: 2 colours from 65535 on"_s);
    row("text", WireBytes().u8(3).padding(3).u32(0x10000001), u"ServerCutText: 268435457 bytes"_s);
    row("negative text", WireBytes().u8(3).padding(3).u32(-0x10000001), u"ServerCutText: 268435457 bytes"_s);
    row("most negative text", WireBytes().u8(3).padding(3).u32(0x80000000), u"ServerCutText: 2147483648 bytes"_s);
    row("extended text without flags", WireBytes().u8(3).padding(3).u32(-3).padding(3),
        u"extended ServerCutText: 3 bytes"_s);
    row("power", WireBytes().u8(250).u8(0).u8(1).u8(2), u"xvp message 2"_s);
    row("name", WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -307).u32(0x100001),
        u"DesktopName rectangle 0x0 at 0,0: name of 1048577 bytes"_s);
    row("cursor", WireBytes().updateHeader(1).rectangle(0, 0, 1025, 1, -239),
        u"Cursor rectangle 1025x1 at 0,0: larger than 1024x1024"_s);
    row("no size", WireBytes().updateHeader(1).rectangle(0, 0, 0, 1, -223), u"DesktopSize: framebuffer size 0x1"_s);
    row("large size", WireBytes().updateHeader(1).rectangle(0, 0, 65535, 65535, -308).u8(0).padding(3),
        u"ExtendedDesktopSize: framebuffer size 65535x65535"_s);
}

void MessageReaderTest::malformed()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, where);
    expectMalformed(WireBytes().handshake({4, 2}, {}).bytes(message).take(), where);
}

void MessageReaderTest::asksAgainAfterEachUpdate()
{
    const QByteArray start = WireBytes().handshake({4, 2}, {}).take();
    const QByteArray before = playBothWays(start).output;
    QVERIFY(before.endsWith(QByteArray::fromHex("03000000000000040002")));
    const QByteArray after = playBothWays(start + WireBytes().updateHeader(0).updateHeader(0).take()).output;
    QCOMPARE(after.sliced(before.size()).toHex(), "03010000000000040002"
                                                  "03010000000000040002");
    ClientSettings manual = serverFormatSettings();
    manual.automaticUpdates = false;
    const Playback quiet = playBothWays(start + WireBytes().updateHeader(0).take(), manual);
    QCOMPARE(quiet.output, before.chopped(10));
}

void MessageReaderTest::asksForEverythingAfterAResize()
{
    const QByteArray start = WireBytes().handshake({4, 2}, {}).take();
    const QByteArray before = playBothWays(start).output;
    const QByteArray resize = WireBytes().updateHeader(1).rectangle(0, 0, 5, 3, -223).updateHeader(0).take();
    QCOMPARE(playBothWays(start + resize).output.sliced(before.size()).toHex(), "03000000000000050003"
                                                                                "03010000000000050003");
}

void MessageReaderTest::cutsLongTexts()
{
    ClientSettings settings = serverFormatSettings();
    settings.limits.keptCutTextBytes = 150;
    const Playback playback = playBothWays(
        WireBytes().handshake({4, 2}, {}).u8(3).padding(3).u32(100000).bytes(QByteArray(100000, 'x')).u8(2).take(),
        settings);
    QCOMPARE(playback.events.last(), u"bell"_s);
    QCOMPARE(playback.events.at(playback.events.size() - 2), u"cut 150 characters"_s);
}

void MessageReaderTest::resizesTheFramebuffer()
{
    WireBytes bytes;
    bytes.handshake({2, 1}, {}).updateHeader(3);
    bytes.rectangle(0, 0, 2, 1, 0).pixel({}, red).pixel({}, green);
    bytes.rectangle(0, 0, 1, 2, -223);
    const Playback resized = playBothWays(WireBytes(bytes).rectangle(0, 1, 1, 1, 0).pixel({}, blue).take());
    QCOMPARE(resized.size, QSize(1, 2));
    QCOMPARE(resized.pixels, QList<quint32>({red, blue}));
    QVERIFY(!resized.complete);
    // Rectangles are measured against the new size.
    QCOMPARE(playBothWays(WireBytes(bytes).rectangle(1, 0, 1, 1, 0).take()).failureId, u"rfb.malformed"_s);
}

void MessageReaderTest::endsWithLastRect()
{
    WireBytes bytes;
    bytes.handshake({1, 1}, {}).updateHeader(65535);
    bytes.rectangle(0, 0, 1, 1, 0).pixel({}, red);
    const QByteArray open = bytes.take();
    QVERIFY(!playBothWays(open).events.contains(u"update"_s));
    const Playback closed = playBothWays(bytes.rectangle(0, 0, 0, 0, -224).u8(2).take());
    QCOMPARE(closed.events.sliced(closed.events.size() - 2), QStringList({u"update"_s, u"bell"_s}));
}

void MessageReaderTest::answersFences()
{
    const QByteArray start = WireBytes().handshake({4, 2}, {}).take();
    const qsizetype before = playBothWays(start).output.size();
    // All flags there can be; those that are known come back, without the request.
    const WireBytes asked =
        WireBytes().u8(248).padding(3).u32(0xffffffff).u8(3).bytes("abc").u8(248).padding(3).u32(0x80000001);
    const Playback playback = playBothWays(start + WireBytes(asked).u8(0).take());
    QCOMPARE(playback.output.sliced(before).toHex(), "f8000000"
                                                     "00000007"
                                                     "03616263"
                                                     "f8000000"
                                                     "00000001"
                                                     "00");
}

void MessageReaderTest::takesContinuousUpdates()
{
    const QByteArray start = WireBytes().handshake({4, 2}, {}).u8(150).take();
    const qsizetype before = playBothWays(start).output.size();
    const auto answer = [&](const WireBytes &more) {
        return playBothWays(start + more.take()).output.sliced(before).toHex();
    };
    // From the first update on nothing is asked for any more.
    const QByteArray on = "96"
                          "01"
                          "0000"
                          "0000"
                          "0004"
                          "0002";
    QCOMPARE(answer(WireBytes().updateHeader(0).updateHeader(0).updateHeader(0)), on);
    // Another size: another region, and the whole picture once.
    QCOMPARE(answer(WireBytes().updateHeader(0).updateHeader(1).rectangle(0, 0, 5, 3, -223).updateHeader(0)),
             on + "96"
                  "01"
                  "0000"
                  "0000"
                  "0005"
                  "0003"
                  "03000000000000050003");
}

void MessageReaderTest::fallsBackFromContinuousUpdates()
{
    const QByteArray start = WireBytes().handshake({4, 2}, {}).u8(150).updateHeader(0).take();
    const qsizetype before = playBothWays(start).output.size();
    const QByteArray ended = WireBytes().u8(150).updateHeader(0).u8(150).take();
    QCOMPARE(playBothWays(start + ended).output.sliced(before).toHex(), "03010000000000040002"
                                                                        "03010000000000040002");
}

void MessageReaderTest::doesWithoutContinuousUpdates()
{
    ClientSettings settings = serverFormatSettings();
    settings.continuousUpdates = false;
    const QByteArray start = WireBytes().handshake({4, 2}, {}).take();
    const Playback playback = playBothWays(start, settings);
    QVERIFY(!playback.output.contains(QByteArray::fromHex("fffffec8"))); // -312
    QVERIFY(!playback.output.contains(QByteArray::fromHex("fffffec7"))); // -313
    QVERIFY(playBothWays(start).output.contains(QByteArray::fromHex("fffffec8fffffec7")));
    settings = serverFormatSettings();
    settings.automaticUpdates = false;
    const qsizetype before = playBothWays(start, settings).output.size();
    QCOMPARE(playBothWays(start + WireBytes().u8(150).updateHeader(0).take(), settings).output.size(), before);
}

/// Its name says what it can do, not its pixel format.
void MessageReaderTest::speaksLowColourWithIntelAmt()
{
    WireBytes bytes;
    bytes.bytes("RFB 004.000\n").u8(1).u8(1).u32(0).u16(1).u16(1).pixelFormat({});
    bytes.u32(17).bytes("Intel(r) AMT KVM").bytes(QByteArray(1, ' '));
    bytes.updateHeader(1).rectangle(0, 0, 1, 1, 0).u8(0x33);
    const Playback playback = playBothWays(bytes.take(), ClientSettings());
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QCOMPARE(playback.pixels, QList<quint32>{0xffff00ff});
    // 8 bits with two for each colour, as noVNC asks for; CopyRect and Raw are all the encodings of pixels.
    const qsizetype format = playback.output.indexOf(QByteArray::fromHex("00000000"
                                                                         "08080001"
                                                                         "000300030003"
                                                                         "000204"));
    QVERIFY(format > 0);
    const QByteArray encodings = playback.output.sliced(format + 20);
    QCOMPARE(encodings.sliced(4, 8).toHex(), "0000000100000000");
    QVERIFY(qint8(encodings.at(12)) < 0);
}

QTEST_GUILESS_MAIN(MessageReaderTest)
#include "MessageReaderTest.moc"
