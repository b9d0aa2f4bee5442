// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QTest>

#include <cstring>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome
{
    QList<quint32> pixels;
    quint64 updates = 0;
    bool complete = false;
    qsizetype direct = 0; ///< Bytes that went past receive().
};

/// Feeds it as a transport does that can read into several places, at most so many bytes at a time.
Outcome playDirectly(const QByteArray &bytes, qsizetype most, const ClientSettings &settings = serverFormatSettings())
{
    ClientObserver silent;
    Client client(silent, settings);
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype room = std::min(most, bytes.size() - at);
        const auto pieces = client.directPieces();
        if (pieces.empty()) {
            client.receive(QByteArrayView(bytes).sliced(at++, 1));
            continue;
        }
        qsizetype put = 0;
        for (const DirectPiece &piece : pieces) {
            const qsizetype count = std::min(piece.size, room);
            std::memcpy(piece.data, bytes.data() + at + put, size_t(count));
            put += count;
            room -= count;
        }
        client.directReceived(put);
        outcome.direct += put;
        at += put;
    }
    const Framebuffer &picture = client.framebuffer();
    outcome.pixels = QList<quint32>(picture.row(0), picture.row(0) + picture.width() * picture.height());
    outcome.updates = client.updateCount();
    outcome.complete = client.isComplete();
    return outcome;
}

} // namespace

/// Pixels that are put into the framebuffer past the decoder.
class DirectReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsReceived_data();
    void sameAsReceived();
    void onlyWhereItFits();
};

void DirectReadTest::sameAsReceived_data()
{
    QTest::addColumn<QRect>("rect");
    QTest::addColumn<bool>("isDirect");
    QTest::newRow("whole width") << QRect(0, 1, 200, 119) << true;
    QTest::newRow("part of rows") << QRect(31, 2, 159, 120) << true;
    QTest::newRow("one pixel, which is not worth it") << QRect(199, 129, 1, 1) << false;
}

void DirectReadTest::sameAsReceived()
{
    QFETCH(QRect, rect);
    QFETCH(bool, isDirect);
    constexpr QSize screen(200, 130);
    constexpr int screenBytes = screen.width() * screen.height() * 4;
    WireBytes bytes;
    bytes.handshake(screen, {}).updateHeader(2);
    bytes.rectangle(0, 0, screen.width(), screen.height(), 0).padding(screenBytes);
    bytes.rectangle(rect.x(), rect.y(), rect.width(), rect.height(), 0);
    for (int i = 0; i < rect.width() * rect.height(); ++i)
        bytes.u32(0x01020300 * qint64(i % 7) + i); // the fourth byte is anything
    bytes.updateHeader(0);
    const Playback whole = playBothWays(bytes.take());
    QVERIFY2(whole.failureId.isEmpty(), qPrintable(whole.text()));
    for (const qsizetype most : {3, 7, 64, 100'000}) {
        const Outcome outcome = playDirectly(bytes.take(), most);
        QCOMPARE(outcome.pixels, whole.pixels);
        QCOMPARE(outcome.updates, 2U);
        QVERIFY(outcome.complete);
        QCOMPARE(outcome.direct, screenBytes + (isDirect ? rect.width() * rect.height() * 4 : 0));
    }
}

/// Other encodings, other pixel formats and small rectangles have no such places.
void DirectReadTest::onlyWhereItFits()
{
    const QByteArray low =
        session({2, 1}, PixelFormat::rgb565(), QRect(0, 0, 2, 1), 0, QByteArray::fromHex("ffffffff"));
    QCOMPARE(playDirectly(low, 100).direct, 0);
    const QByteArray small = session({2, 1}, {}, QRect(0, 0, 2, 1), 0, QByteArray(8, 0));
    QCOMPARE(playDirectly(small, 100).direct, 0);
    const QByteArray filled = session({2, 1}, {}, QRect(0, 0, 2, 1), 2, WireBytes().u32(0).pixel({}, 0xff).take());
    const Outcome outcome = playDirectly(filled, 100);
    QCOMPARE(outcome.direct, 0);
    QCOMPARE(outcome.pixels, (QList<quint32>{blue, blue}));
}

QTEST_GUILESS_MAIN(DirectReadTest)
#include "DirectReadTest.moc"
