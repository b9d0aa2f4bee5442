// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PixelConverter.h"
#include "WireBytes.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;

namespace {

quint32 read(const PixelConverter &pixels, const QByteArray &bytes)
{
    return pixels.visit([&](auto pixel) { return pixel.read(reinterpret_cast<const uchar *>(bytes.data())); });
}

} // namespace

class PixelConverterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void scalesComponents();
    void usesColourMaps_data();
    void usesColourMaps();
    void knowsValidFormats();
};

void PixelConverterTest::readsEveryForm_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < trueColourFormats().size(); ++i)
        QTest::newRow(trueColourFormats().at(i).name) << i;
}

void PixelConverterTest::readsEveryForm()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    QVERIFY(format.isValid());
    const PixelConverter pixels(format);
    for (const quint32 rgb : {0x000000U, 0xff0000U, 0x00ff00U, 0x0000ffU, 0xffffffU, 0xff00ffU}) {
        const quint32 colour = 0xff000000U | rgb;
        QCOMPARE(read(pixels, WireBytes().pixel(format, rgb).take()), colour);
        const QByteArray compact = WireBytes().compactPixel(format, rgb).take();
        QCOMPARE(pixels.compactBytes(), int(compact.size()));
        QCOMPARE(pixels.visitCompact(
                     [&](auto pixel) { return pixel.read(reinterpret_cast<const uchar *>(compact.data())); }),
                 colour);
        const QByteArray tight = WireBytes().tightPixel(format, rgb).take();
        QCOMPARE(pixels.tightBytes(), int(tight.size()));
        QCOMPARE(
            pixels.visitTight([&](auto pixel) { return pixel.read(reinterpret_cast<const uchar *>(tight.data())); }),
            colour);
    }
}

void PixelConverterTest::scalesComponents()
{
    const PixelConverter rgb565(PixelFormat::rgb565());
    // red 16 of 31, green 1 of 63, blue 30 of 31, rounded to the nearest of 0 to 255
    QCOMPARE(read(rgb565, WireBytes().u8(0x3e).u8(0x80).take()), 0xff8404f7U);
    QCOMPARE(read(PixelConverter(PixelFormat::rgb565(true)), WireBytes().u8(0x80).u8(0x3e).take()), 0xff8404f7U);
    // red 1 of 7, green 3 of 7, blue 2 of 3
    QCOMPARE(read(PixelConverter(PixelFormat::bgr233()), WireBytes().u8(0b10'011'001).take()), 0xff246daaU);
    PixelFormat deep;
    deep.depth = 30;
    deep.redMax = deep.greenMax = deep.blueMax = 1023;
    deep.redShift = 20;
    deep.greenShift = 10;
    QCOMPARE(read(PixelConverter(deep), WireBytes().u8(0x00).u8(0x00).u8(0xf8).u8(0x1f).take()), 0xff7f8000U);
}

void PixelConverterTest::usesColourMaps_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("bigEndian");
    for (const int bits : {8, 16, 32}) {
        QTest::addRow("%d bits", bits) << bits << false;
        QTest::addRow("%d bits, big endian", bits) << bits << true;
    }
}

void PixelConverterTest::usesColourMaps()
{
    QFETCH(int, bits);
    QFETCH(bool, bigEndian);
    PixelFormat format;
    format.bitsPerPixel = quint8(bits);
    format.depth = 8;
    format.trueColour = false;
    format.bigEndian = bigEndian;
    format.redShift = 200; // means nothing here
    QVERIFY(format.isValid());
    PixelConverter pixels(format);
    pixels.setColour(5, 0x12ff, 0x34ff, 0x56ff);
    const int bytes = bits / 8;
    WireBytes five;
    five.padding(bigEndian ? bytes - 1 : 0).u8(5).padding(bigEndian ? 0 : bytes - 1);
    QCOMPARE(read(pixels, five.take()), 0xff123456U);
    QCOMPARE(read(pixels, QByteArray(bytes, '\xff')), 0xff000000U);
    QCOMPARE(pixels.compactBytes(), bytes);
    QCOMPARE(pixels.tightBytes(), bytes);
}

void PixelConverterTest::knowsValidFormats()
{
    PixelFormat format;
    QVERIFY(format.isValid());
    QVERIFY(format.isNative());
    format.redShift = 25;
    QVERIFY(!format.isValid());
    format.trueColour = false;
    QVERIFY(format.isValid());
    format.bitsPerPixel = 24;
    QVERIFY(!format.isValid());
    format = {};
    format.greenMax = 0;
    QVERIFY(!format.isValid());
    format = {};
    format.bigEndian = true;
    QVERIFY(!format.isNative());
}

QTEST_GUILESS_MAIN(PixelConverterTest)
#include "PixelConverterTest.moc"
