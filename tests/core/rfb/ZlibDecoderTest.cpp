// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"
#include "Deflater.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int zlibEncoding = 6;

} // namespace

class ZlibDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks_data() { addFormatRows(); }
    void unpacks();
    void keepsTheStream();
    void unpacksLargeRectangles();
    void malformed_data();
    void malformed();
};

void ZlibDecoderTest::unpacks()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    const QByteArray packed = Deflater().pack(
        WireBytes().pixel(format, red).pixel(format, green).pixel(format, blue).pixel(format, white).take());
    expectPicture(
        session({2, 2}, format, {0, 0, 2, 2}, zlibEncoding, WireBytes().u32(packed.size()).bytes(packed).take()),
        {red, green, blue, white});
}

void ZlibDecoderTest::keepsTheStream()
{
    Deflater deflater;
    WireBytes bytes;
    bytes.handshake({2, 1}, {}).updateHeader(2);
    for (const quint32 colour : {red, green}) {
        const QByteArray packed = deflater.pack(WireBytes().pixel({}, colour).pixel({}, colour).take());
        bytes.rectangle(0, 0, 2, 1, zlibEncoding).u32(packed.size()).bytes(packed);
    }
    expectPicture(bytes.take(), {green, green});
}

void ZlibDecoderTest::unpacksLargeRectangles()
{
    const QSize size(300, 400); // more than the read-ahead
    WireBytes pixels;
    QList<quint32> picture;
    for (int i = 0; i < size.width() * size.height(); ++i) {
        pixels.pixel({}, quint32(i) * 2654435761U >> 8);
        picture.append(black | (quint32(i) * 2654435761U >> 8));
    }
    const QByteArray packed = Deflater(1).pack(pixels.take());
    expectPicture(
        session(size, {}, QRect(QPoint(0, 0), size), zlibEncoding, WireBytes().u32(packed.size()).bytes(packed).take()),
        picture);
}

void ZlibDecoderTest::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    const QByteArray bomb = Deflater(9).pack(QByteArray(50 << 20, '\0'));
    QTest::newRow("bomb") << WireBytes().u32(bomb.size()).bytes(bomb).take()
                          << u"Zlib rectangle 2x2 at 0,0: zlib data holds more than the rectangle"_s;
    const QByteArray one = Deflater().pack(QByteArray(17, '\0'));
    QTest::newRow("one byte too many") << WireBytes().u32(one.size()).bytes(one).take()
                                       << u"zlib data holds more than the rectangle"_s;
    const QByteArray few = Deflater().pack(QByteArray(12, '\0'));
    QTest::newRow("too few") << WireBytes().u32(few.size()).bytes(few).take() << u"zlib data ends in row 1"_s;
    QTest::newRow("none") << WireBytes().u32(0).take() << u"zlib data ends in row 0"_s;
    QTest::newRow("not zlib") << WireBytes().u32(6).bytes("nozlib").take() << u"broken zlib data"_s;
    QTest::newRow("absurd length") << WireBytes().u32(0xffffffff).take()
                                   << u"4294967295 compressed bytes are more than it can need"_s;
}

void ZlibDecoderTest::malformed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(session({2, 2}, {}, {0, 0, 2, 2}, zlibEncoding, payload), where);
}

QTEST_GUILESS_MAIN(ZlibDecoderTest)
#include "ZlibDecoderTest.moc"
