// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

/// Raw, CopyRect, RRE and CoRRE.
class PlainDecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raw_data() { addFormatRows(); }
    void raw();
    void rawWithColourMap();
    void rawOfNothing();
    void rawIsToldAsItGrows();
    void copyRect();
    void copyRectCoversWhatItsSourceCovered();
    void rre_data() { addFormatRows(); }
    void rre();
    void coRre_data() { addFormatRows(); }
    void coRre();
    void malformed_data();
    void malformed();
};

void PlainDecodersTest::raw()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes pixels;
    for (const quint32 colour : {red, green, blue, white, black, yellow})
        pixels.pixel(format, colour);
    expectPicture(
        session({4, 3}, format, {1, 1, 3, 2}, 0, pixels.take()),
        {untouched, untouched, untouched, untouched, untouched, red, green, blue, untouched, white, black, yellow});
}

void PlainDecodersTest::rawWithColourMap()
{
    PixelFormat format;
    format.bitsPerPixel = 8;
    format.depth = 8;
    format.trueColour = false;
    WireBytes bytes;
    bytes.handshake({2, 1}, format);
    bytes.u8(1).u8(0).u16(254).u16(2).u16(0xffff).u16(0).u16(0).u16(0).u16(0xffff).u16(0);
    bytes.updateHeader(1).rectangle(0, 0, 2, 1, 0).u8(254).u8(255);
    expectPicture(bytes.take(), {red, green});
}

void PlainDecodersTest::rawOfNothing()
{
    const QByteArray bytes = WireBytes()
                                 .handshake({1, 1}, {})
                                 .updateHeader(3)
                                 .rectangle(1, 0, 0, 1, 0)
                                 .rectangle(0, 1, 1, 0, 0)
                                 .rectangle(0, 0, 1, 1, 0)
                                 .pixel({}, red)
                                 .take();
    expectPicture(bytes, {red});
}

void PlainDecodersTest::rawIsToldAsItGrows()
{
    struct Listener : ClientObserver
    {
        void rectangleUpdated(const QRect &rect) override { rects.append(rect); }
        QList<QRect> rects;
    } listener;
    Client client(listener, serverFormatSettings());
    client.receive(session({2, 4}, {}, {0, 0, 2, 4}, 0, {}));
    client.receive(QByteArray(20, '\0'));
    QCOMPARE(listener.rects, QList<QRect>({QRect(0, 0, 2, 2)}));
    QCOMPARE(client.coverage(), 0.5);
    client.receive(QByteArray(12, '\0'));
    QCOMPARE(listener.rects, QList<QRect>({QRect(0, 0, 2, 2), QRect(0, 2, 2, 2)}));
    QVERIFY(client.isComplete());
    QCOMPARE(client.updateCount(), 1U);
}

void PlainDecodersTest::copyRect()
{
    WireBytes bytes;
    bytes.handshake({3, 2}, {}).updateHeader(2).rectangle(0, 0, 3, 2, 0);
    for (const quint32 colour : {red, green, blue, white, black, yellow})
        bytes.pixel({}, colour);
    bytes.rectangle(1, 0, 2, 2, 1).u16(0).u16(0);
    expectPicture(bytes.take(), {red, red, green, white, white, black});
}

void PlainDecodersTest::copyRectCoversWhatItsSourceCovered()
{
    WireBytes bytes;
    bytes.handshake({2, 1}, {}).updateHeader(2);
    bytes.rectangle(0, 0, 1, 1, 0).pixel({}, red);
    const Playback half = playBothWays(WireBytes(bytes).rectangle(1, 0, 1, 1, 1).u16(0).u16(0).take());
    QVERIFY(half.complete);
    const Playback backwards = playBothWays(WireBytes(bytes).rectangle(0, 0, 1, 1, 1).u16(1).u16(0).take());
    QVERIFY(!backwards.complete);
}

void PlainDecodersTest::rre()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes payload;
    payload.u32(2).pixel(format, blue);
    payload.pixel(format, red).u16(0).u16(0).u16(2).u16(1);
    payload.pixel(format, white).u16(1).u16(0).u16(1).u16(2);
    expectPicture(session({3, 2}, format, {0, 0, 3, 2}, 2, payload.take()), {red, white, blue, blue, white, blue});
}

void PlainDecodersTest::coRre()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes payload;
    payload.u32(1).pixel(format, blue).pixel(format, red).u8(1).u8(1).u8(2).u8(1);
    expectPicture(session({3, 2}, format, {0, 0, 3, 2}, 4, payload.take()), {blue, blue, blue, blue, red, red});
}

void PlainDecodersTest::malformed_data()
{
    QTest::addColumn<QRect>("rect");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    QTest::newRow("too wide") << QRect(1, 0, 8, 1) << 0 << QByteArray()
                              << u"Raw rectangle 8x1 at 1,0: outside the framebuffer of 8x8"_s;
    QTest::newRow("too high") << QRect(0, 8, 1, 1) << 2 << QByteArray()
                              << u"RRE rectangle 1x1 at 0,8: outside the framebuffer of 8x8"_s;
    QTest::newRow("far outside") << QRect(65535, 65535, 65535, 65535) << 5 << QByteArray()
                                 << u"outside the framebuffer of 8x8"_s;
    QTest::newRow("copy from outside")
        << QRect(0, 0, 4, 4) << 1 << WireBytes().u16(5).u16(0).take()
        << u"CopyRect rectangle 4x4 at 0,0: source at 5,0 reaches outside the framebuffer"_s;
    QTest::newRow("copy from below") << QRect(0, 0, 4, 4) << 1 << WireBytes().u16(0).u16(65535).take()
                                     << u"source at 0,65535 reaches outside the framebuffer"_s;
    QTest::newRow("RRE count") << QRect(0, 0, 4, 4) << 2 << WireBytes().u32(17).u32(0).take()
                               << u"17 subrectangles are more than it has pixels"_s;
    QTest::newRow("RRE subrectangle") << QRect(0, 0, 4, 4) << 2
                                      << WireBytes().u32(1).u32(0).u32(0).u16(1).u16(0).u16(4).u16(1).take()
                                      << u"subrectangle 4x1 at 1,0 lies outside"_s;
    QTest::newRow("CoRRE subrectangle") << QRect(0, 0, 4, 4) << 4
                                        << WireBytes().u32(1).u32(0).u32(0).u8(0).u8(255).u8(1).u8(255).take()
                                        << u"subrectangle 1x255 at 0,255 lies outside"_s;
    QTest::newRow("unknown") << QRect(0, 0, 4, 4) << 4711 << QByteArray()
                             << u"encoding 4711 rectangle 4x4 at 0,0: not an encoding that was asked for"_s;
}

void PlainDecodersTest::malformed()
{
    QFETCH(QRect, rect);
    QFETCH(int, encoding);
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(session({8, 8}, {}, rect, encoding, payload), where);
}

QTEST_GUILESS_MAIN(PlainDecodersTest)
#include "PlainDecodersTest.moc"
