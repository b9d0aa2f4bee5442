// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"
#include "Deflater.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int zrle = 16;

QByteArray packed(const QByteArray &tiles)
{
    const QByteArray bytes = Deflater().pack(tiles);
    return WireBytes().u32(bytes.size()).bytes(bytes).take();
}

QByteArray zrleSession(QSize size, const PixelFormat &format, const QByteArray &tiles)
{
    return session(size, format, QRect(QPoint(0, 0), size), zrle, packed(tiles));
}

} // namespace

class ZrleDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawAndSolid_data() { addFormatRows(); }
    void rawAndSolid();
    void packedPalettes_data();
    void packedPalettes();
    void plainRuns_data() { addFormatRows(); }
    void plainRuns();
    void longRuns();
    void paletteRuns_data() { addFormatRows(); }
    void paletteRuns();
    void keepsTheStream();
    void malformed_data();
    void malformed();
};

void ZrleDecoderTest::rawAndSolid()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    // 66 by 2: a tile of 64 by 2, all blue, and a raw one of 2 by 2.
    WireBytes tiles;
    tiles.u8(1).compactPixel(format, blue).u8(0);
    for (const quint32 colour : {red, green, white, black})
        tiles.compactPixel(format, colour);
    QList<quint32> picture(66 * 2, blue);
    picture[64] = red;
    picture[65] = green;
    picture[66 + 64] = white;
    picture[66 + 65] = black;
    expectPicture(zrleSession({66, 2}, format, tiles.take()), picture);
}

void ZrleDecoderTest::packedPalettes_data()
{
    QTest::addColumn<int>("colours");
    for (int colours = 2; colours <= 16; ++colours)
        QTest::addRow("%d colours", colours) << colours;
}

/// Rows of 9 pixels, so that each ends within a byte.
void ZrleDecoderTest::packedPalettes()
{
    QFETCH(int, colours);
    const int bits = colours == 2 ? 1 : colours <= 4 ? 2 : 4;
    WireBytes tiles;
    tiles.u8(colours);
    for (int i = 0; i < colours; ++i)
        tiles.compactPixel({}, quint32(i * 0x0a0b0c));
    QList<quint32> picture;
    for (int y = 0; y < 3; ++y) {
        int byte = 0;
        int used = 0;
        for (int x = 0; x < 9; ++x) {
            const int index = (x + y * 5) % colours;
            picture.append(black | quint32(index * 0x0a0b0c));
            byte |= index << (8 - bits - used);
            used += bits;
            if (used == 8 || x == 8) {
                tiles.u8(byte);
                byte = 0;
                used = 0;
            }
        }
    }
    expectPicture(zrleSession({9, 3}, {}, tiles.take()), picture);
}

void ZrleDecoderTest::plainRuns()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes tiles;
    tiles.u8(128).compactPixel(format, red).u8(3).compactPixel(format, green).u8(0).compactPixel(format, blue).u8(0);
    expectPicture(zrleSession({3, 2}, format, tiles.take()), {red, red, red, red, green, blue});
}

void ZrleDecoderTest::longRuns()
{
    // 7 by 73 pixels: a tile of 448 and one of 63. The first run is 256 long, so its length ends with 0.
    WireBytes tiles;
    tiles.u8(128).compactPixel({}, red).u8(255).u8(0).compactPixel({}, blue).u8(191);
    tiles.u8(1).compactPixel({}, white);
    const QList<quint32> picture = QList<quint32>(256, red) + QList<quint32>(192, blue) + QList<quint32>(63, white);
    expectPicture(zrleSession({7, 73}, {}, tiles.take()), picture);
}

void ZrleDecoderTest::paletteRuns()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes tiles;
    tiles.u8(128 + 3).compactPixel(format, red).compactPixel(format, white).compactPixel(format, black);
    tiles.u8(2).u8(128 | 1).u8(2).u8(0).u8(128 | 0).u8(0);
    expectPicture(zrleSession({3, 2}, format, tiles.take()), {black, white, white, white, red, red});
}

void ZrleDecoderTest::keepsTheStream()
{
    Deflater deflater;
    WireBytes bytes;
    bytes.handshake({2, 1}, {}).updateHeader(2);
    for (const quint32 colour : {red, green}) {
        const QByteArray tile = deflater.pack(WireBytes().u8(1).compactPixel({}, colour).take());
        bytes.rectangle(0, 0, 2, 1, zrle).u32(tile.size()).bytes(tile);
    }
    expectPicture(bytes.take(), {green, green});
}

void ZrleDecoderTest::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QByteArray &tiles, const QString &where) {
        QTest::newRow(name) << packed(tiles) << where;
    };
    const QByteArray palette = WireBytes().compactPixel({}, red).compactPixel({}, red).compactPixel({}, red).take();
    row("subencoding 17", WireBytes().u8(17).take(),
        u"ZRLE rectangle 3x2 at 0,0: tile at 0,0: unknown subencoding 17"_s);
    row("subencoding 127", WireBytes().u8(127).take(), u"unknown subencoding 127"_s);
    row("subencoding 129", WireBytes().u8(129).take(), u"unknown subencoding 129"_s);
    row("index of a packed palette", WireBytes().u8(3).bytes(palette).u8(0xc0).u8(0).take(), u"palette index 3 of 3"_s);
    row("index of a run", WireBytes().u8(131).bytes(palette).u8(3).take(), u"palette index 3 of 3"_s);
    row("run too long", WireBytes().u8(128).compactPixel({}, red).u8(6).take(), u"a run leaves the tile"_s);
    row("endless run", WireBytes().u8(128).compactPixel({}, red).bytes(QByteArray(100, '\xff')).take(),
        u"a run leaves the tile"_s);
    row("run cut off", WireBytes().u8(131).bytes(palette).u8(128).take(), u"a run is cut off"_s);
    row("colour cut off", WireBytes().u8(1).u8(0).take(), u"its colour is cut off"_s);
    row("palette cut off", WireBytes().u8(130).u8(0).take(), u"its palette is cut off"_s);
    row("pixels cut off", WireBytes().u8(0).padding(17).take(), u"its pixels are cut off"_s);
    row("indices cut off", WireBytes().u8(2).bytes(palette.first(6)).u8(0).take(), u"its indices are cut off"_s);
    row("no tile", QByteArray(), u"tile at 0,0: missing"_s);
    row("too much", WireBytes().u8(1).compactPixel({}, red).u8(0).take(), u"zlib data holds more than the rectangle"_s);
    row("bomb", WireBytes().u8(1).compactPixel({}, red).padding(50 << 20).take(),
        u"zlib data holds more than the rectangle"_s);
    QTest::newRow("not zlib") << WireBytes().u32(6).bytes("nozlib").take() << u"broken zlib data"_s;
    QTest::newRow("absurd length") << WireBytes().u32(0x7fffffff).take()
                                   << u"2147483647 compressed bytes are more than it can need"_s;
}

void ZrleDecoderTest::malformed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(session({3, 2}, {}, {0, 0, 3, 2}, zrle, payload), where);
}

QTEST_GUILESS_MAIN(ZrleDecoderTest)
#include "ZrleDecoderTest.moc"
