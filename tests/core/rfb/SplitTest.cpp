// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"
#include "Deflater.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ClientSettings smallSettings()
{
    ClientSettings settings = serverFormatSettings();
    settings.limits.maximumWidth = 600;
    settings.limits.maximumHeight = 600;
    return settings;
}

/// Everything between the updates, and an update of nothing but pseudo-encodings.
QByteArray messages()
{
    const QByteArray packed = Deflater().pack(QByteArray("\0\0\0\x05text\0", 9));
    WireBytes bytes;
    bytes.handshake({4, 2}, {});
    bytes.u8(248).padding(3).u32(0x80000003).u8(12).bytes("payload here"); // fences
    bytes.u8(248).padding(3).u32(0).u8(8).u32(0).u32(99);
    bytes.u8(248).padding(3).u32(0x80000000).u8(255).padding(255);
    bytes.u8(150); // continuous updates can be had
    bytes.u8(3).padding(3).u32(-8).u32(0x1f000001).u32(0);
    bytes.u8(3).padding(3).u32(-4).u32(0x08000001);
    bytes.u8(3).padding(3).u32(-(4 + packed.size())).u32(0x10000001).bytes(packed);
    bytes.u8(3).padding(3).u32(7).bytes("a\r\nb\xe4\r\n");
    bytes.u8(250).u8(0).u8(1).u8(1).u8(250).u8(0).u8(1).u8(0); // xvp
    bytes.u8(1).u8(0).u16(10).u16(2).padding(12);
    bytes.updateHeader(7);
    bytes.rectangle(0, 0, 0, 0, -258).rectangle(0, 0, 0, 0, -316);
    bytes.rectangle(0, 0, 0, 0, -261).u8(3).rectangle(0, 0, 0, 0, 0x574d5668).u32(4);
    bytes.rectangle(0, 0, 0, 0, -307).u32(5).bytes("n\xc3\xa4me");
    bytes.rectangle(1, 1, 9, 9, -308).u8(1).padding(3).u32(1).u16(0).u16(0).u16(4).u16(2).u32(0);
    bytes.rectangle(0, 0, 5, 3, -223);
    return bytes.u8(2).u8(150).u8(2).take();
}

} // namespace

/// However the network splits the bytes, the result is the same: on the fuzzers' inputs, what they once found among
/// them.
class SplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInAllPieces_data();
    void sameInAllPieces();
    void takesAllMessages();
    void decodesTheCorpus();
};

void SplitTest::sameInAllPieces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("messages") << messages();
    const QDir sessions(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb"));
    for (const QString &name : sessions.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << contents(sessions.filePath(name)).sliced(1);
    const QDir messages(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb-decoder"));
    for (const QString &name : messages.entryList(QDir::Files)) {
        const QByteArray input = contents(messages.filePath(name));
        const QSize size(quint8(input.at(1)) + 1, quint8(input.at(2)) + 1);
        QTest::newRow(qPrintable(name)) << WireBytes().handshake(size, {}).bytes(input.sliced(4)).take();
    }
}

void SplitTest::sameInAllPieces()
{
    QFETCH(QByteArray, bytes);
    const Playback whole = playBothWays(bytes, smallSettings(), true);
    for (quint32 seed = 0; seed < 30; ++seed) {
        QRandomGenerator random(seed);
        const int largest = 2 << random.bounded(10);
        const Playback split = play(
            bytes, smallSettings(), [&](qsizetype) { return 1 + random.bounded(largest); }, true);
        QVERIFY2(split == whole, qPrintable(u"seed %1: %2, whole: %3"_s.arg(seed).arg(split.text(), whole.text())));
    }
}

void SplitTest::takesAllMessages()
{
    const Playback playback = playBothWays(messages());
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QCOMPARE(playback.events.sliced(playback.events.indexOf(u"can fence"_s)),
             QStringList({u"can fence"_s, u"pong 99"_s, u"can fence continuous"_s, u"can clipboard fence continuous"_s,
                          u"cut text"_s, u"cut a\nb\u00e4\n"_s, u"can power clipboard fence continuous"_s,
                          u"power refused"_s, u"can power keys clipboard fence continuous"_s,
                          u"can power keys buttons clipboard fence continuous"_s, u"leds 110"_s, u"leds 001"_s,
                          u"name n\u00e4me"_s, u"can resize power keys buttons clipboard fence continuous"_s,
                          u"resize 1"_s, u"resized 5x3"_s, u"update"_s, u"bell"_s, u"bell"_s}));
}

/// The session with every encoding in it is a good one: it must reach its end.
void SplitTest::decodesTheCorpus()
{
    const QByteArray bytes =
        contents(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb/everything")).sliced(1);
    const Playback playback = playBothWays(bytes);
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QVERIFY(playback.events.count(u"update"_s) > 20);
    QVERIFY(playback.events.contains(u"name name"_s));
}

QTEST_GUILESS_MAIN(SplitTest)
#include "SplitTest.moc"
