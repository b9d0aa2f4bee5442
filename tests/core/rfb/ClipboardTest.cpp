// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Clipboard.h"

#include "DecoderTesting.h"
#include "Deflater.h"
#include "rfb/ClipboardText.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 text = 1;
constexpr quint32 caps = 1U << 24;
constexpr quint32 request = 1U << 25;
constexpr quint32 peek = 1U << 26;
constexpr quint32 notify = 1U << 27;
constexpr quint32 provide = 1U << 28;
constexpr quint32 everything = caps | request | peek | notify | provide | text;

QByteArray packed(const QByteArray &content)
{
    WireBytes size;
    size.u32(content.size());
    return Deflater().pack(size.take() + content);
}

/// As a server sends it.
WireBytes extended(quint32 flags, const QByteArray &rest = {})
{
    return WireBytes().u8(3).padding(3).u32(-(4 + rest.size())).u32(flags).bytes(rest);
}

QByteArray start()
{
    WireBytes bytes;
    bytes.handshake({4, 2}, {}).bytes(extended(everything, QByteArray(4, '\0')).take());
    return bytes.take();
}

/// What a client that knows `start()` makes of more; the events begin with the first one after it.
Playback after(const WireBytes &more, const ClientSettings &settings = serverFormatSettings())
{
    const Playback before = playBothWays(start(), settings);
    Playback playback = playBothWays(start() + more.take(), settings);
    playback.events = playback.events.sliced(before.events.size());
    playback.output = playback.output.sliced(before.output.size());
    return playback;
}

} // namespace

class ClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItCan();
    void asksForWhatTheServerHas();
    void takesTexts_data();
    void takesTexts();
    void refusesPolitely();
    void refusesWhatCannotBeUnpacked_data();
    void refusesWhatCannotBeUnpacked();
    void noBomb();
    void givesWhenAsked();
    void keepsToOneDirection();
    void ignoresWhatItDoesNotKnow();
    void packsAndUnpacks();
};

void ClipboardTest::tellsWhatItCan()
{
    const QByteArray before = WireBytes().handshake({4, 2}, {}).take();
    const Playback playback = playBothWays(start());
    QCOMPARE(playback.events.last(), u"can clipboard"_s);
    // Text only, and none that has not been asked for: size 0.
    QCOMPARE(playback.output.sliced(playBothWays(before).output.size()).toHex(), "06000000"
                                                                                 "fffffff8"
                                                                                 "1f000001"
                                                                                 "00000000");
}

void ClipboardTest::asksForWhatTheServerHas()
{
    QCOMPARE(after(extended(notify | text)).output.toHex(), "06000000"
                                                            "fffffffc"
                                                            "02000001");
    QVERIFY(after(extended(notify)).output.isEmpty());     // It has nothing.
    QVERIFY(after(extended(notify | 2)).output.isEmpty()); // It has RTF only.
}

void ClipboardTest::takesTexts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("event");
    QTest::newRow("UTF-8") << QByteArray("\xe2\x82\xac\xf0\x9f\x98\x80\0", 8) << u"cut €😀"_s;
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\nd\0", 9) << u"cut a\nb\nc\nd"_s;
    QTest::newRow("no null at the end") << QByteArray("abc") << u"cut abc"_s;
    QTest::newRow("something behind the null") << QByteArray("abc\0def\0", 8) << u"cut abc"_s;
    QTest::newRow("empty") << QByteArray(1, '\0') << u"cut "_s;
    QTest::newRow("nothing at all") << QByteArray() << u"cut "_s;
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << u"cut a\ufffd"_s;
}

void ClipboardTest::takesTexts()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, event);
    const Playback playback = after(extended(provide | text, packed(content)).u8(2));
    QCOMPARE(playback.events, QStringList({event, u"bell"_s}));
    // Other formats may follow the text.
    QCOMPARE(after(extended(provide | text | 4, packed(content) + "rest").u8(2)).events.last(), u"bell"_s);
}

void ClipboardTest::refusesPolitely()
{
    ClientSettings settings = serverFormatSettings();
    settings.limits.keptCutTextBytes = 1000;
    QCOMPARE(after(extended(provide | text, packed(QByteArray(1000, 'x'))), settings).events,
             QStringList{u"cut 1000 characters"_s});
    QCOMPARE(after(extended(provide | text, packed(QByteArray(1001, 'x'))).u8(2), settings).events,
             QStringList({u"cut refused 1001"_s, u"bell"_s}));
    // More packed bytes than such a text can have are not even kept.
    QCOMPARE(after(extended(provide | text, QByteArray(200'000, 'x')).u8(2), settings).events,
             QStringList({u"cut refused 200000"_s, u"bell"_s}));
}

void ClipboardTest::refusesWhatCannotBeUnpacked_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no zlib") << QByteArray("hello world, this is no zlib");
    QTest::newRow("cut off") << packed("Pack my box with five dozen liquor jugs").first(20);
    QTest::newRow("less than it says") << Deflater().pack(QByteArray("\0\0\0\x05"
                                                                     "abc",
                                                                     7));
    QTest::newRow("no size") << Deflater().pack(QByteArray("\0\0", 2));
}

void ClipboardTest::refusesWhatCannotBeUnpacked()
{
    QFETCH(QByteArray, content);
    const Playback playback = after(extended(provide | text, content));
    QCOMPARE(playback.failureId, u"rfb.malformed"_s);
    QCOMPARE(playback.where, u"extended ServerCutText: the text cannot be unpacked"_s);
}

void ClipboardTest::noBomb()
{
    // 20 MB of one letter in 20 kB, announced as three bytes and as what it is.
    const QByteArray much(20'000'000, 'x');
    WireBytes three;
    three.u32(3);
    const QByteArray bomb = Deflater().pack(three.take() + much);
    QCOMPARE(unpackClipboardText(bomb, 1 << 20).text, u"xxx"_s);
    const UnpackedText honest = unpackClipboardText(packed(much), 1 << 20);
    QVERIFY(honest.valid);
    QCOMPARE(honest.size, 20'000'000U);
    QVERIFY(honest.text.isEmpty());
}

void ClipboardTest::givesWhenAsked()
{
    Clipboard clipboard(1 << 20);
    // A server that has said nothing gets Latin-1 at once.
    QCOMPARE(clipboard.offer(u"ä\r\n€"_s).toHex(), "06000000"
                                                   "00000003"
                                                   "e40a3f");
    static_cast<void>(clipboard.receive(extended(everything, QByteArray(4, '\0')).take().sliced(8), 8));
    const auto answer = [&clipboard](quint32 flags) {
        const QByteArray content = extended(flags).take().sliced(8);
        return clipboard.receive(content, content.size()).reply;
    };
    QCOMPARE(answer(peek).toHex(), "06000000"
                                   "fffffffc"
                                   "08000000");
    QVERIFY(answer(request | text).isEmpty());
    QCOMPARE(clipboard.offer(u"ä\r\n€\n"_s).toHex(), "06000000"
                                                     "fffffffc"
                                                     "08000001");
    QCOMPARE(answer(peek).toHex(), "06000000"
                                   "fffffffc"
                                   "08000001");
    QVERIFY(answer(request | 2).isEmpty()); // RTF: there is none.
    const QByteArray given = answer(request | text);
    QCOMPARE(given.sliced(8, 4).toHex(), "10000001");
    const UnpackedText unpacked = unpackClipboardText(given.sliced(12), 100);
    QCOMPARE(unpacked.text, u"ä\n€\n"_s);
    QCOMPARE(unpacked.size, 10U); // \r\n twice and the null byte
    QVERIFY(clipboard.offer(QString((1 << 20) + 1, u'x')).isEmpty());
    // What the server has is newer.
    static_cast<void>(answer(notify | text));
    QVERIFY(answer(request | text).isEmpty());
}

void ClipboardTest::keepsToOneDirection()
{
    Clipboard clipboard(1 << 20);
    const auto receive = [&clipboard](quint32 flags, const QByteArray &rest = {}) {
        const QByteArray content = extended(flags, rest).take().sliced(8);
        return clipboard.receive(content, content.size());
    };
    static_cast<void>(receive(everything, QByteArray(4, '\0')));
    static_cast<void>(clipboard.offer(u"secret"_s));
    clipboard.setDirections(false, true);
    QVERIFY(receive(request | text).reply.isEmpty());
    QVERIFY(clipboard.offer(u"more"_s).isEmpty());
    QVERIFY(receive(request | text).reply.isEmpty());
    QVERIFY(!receive(notify | text).reply.isEmpty());
    clipboard.setDirections(true, false);
    QVERIFY(receive(notify | text).reply.isEmpty());
    QCOMPARE(receive(provide | text, packed("abc")).kind, Clipboard::Outcome::Kind::Nothing);
    QVERIFY(!clipboard.offer(u"more"_s).isEmpty());
}

void ClipboardTest::ignoresWhatItDoesNotKnow()
{
    QCOMPARE(after(extended(1U << 29 | text, "whatever").u8(2)).events, QStringList{u"bell"_s});
    QCOMPARE(after(extended(request | notify | text).u8(2)).events, QStringList{u"bell"_s});
    QCOMPARE(after(extended(0).u8(2)).events, QStringList{u"bell"_s});
}

void ClipboardTest::packsAndUnpacks()
{
    for (const QString &each : {u""_s, u"a"_s, u"ä€😀\n\n"_s, QString(500'000, u'y')})
        QCOMPARE(unpackClipboardText(packClipboardText(each), 1 << 20).text, each);
    QCOMPARE(unpackClipboardText(packClipboardText(u"a\r\nb"_s), 100).text, u"a\nb"_s);
}

QTEST_GUILESS_MAIN(ClipboardTest)
#include "ClipboardTest.moc"
