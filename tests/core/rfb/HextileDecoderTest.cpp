// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int hextile = 5;

/// 20 by 18 pixels: four tiles, of 16x16, 4x16, 16x2 and 4x2 pixels.
constexpr QSize size(20, 18);

QByteArray wholeSession(const PixelFormat &format, const QByteArray &payload)
{
    return session(size, format, QRect(QPoint(0, 0), size), hextile, payload);
}

void fill(QList<quint32> &picture, const QRect &rect, quint32 colour)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            picture[y * size.width() + x] = colour;
    }
}

} // namespace

class HextileDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsTiles_data() { addFormatRows(); }
    void drawsTiles();
    void carriesColours();
    void malformed_data();
    void malformed();
};

void HextileDecoderTest::drawsTiles()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes payload;
    // Background, foreground and two subrectangles; the second reaches the tile's corner.
    payload.u8(2 | 4 | 8).pixel(format, blue).pixel(format, red).u8(2).u8(0x12).u8(0x30).u8(0xff).u8(0x00);
    // Coloured subrectangles on the same background.
    payload.u8(8 | 16).u8(1).pixel(format, green).u8(0x00).u8(0x3f);
    // Raw.
    payload.u8(1);
    for (int i = 0; i < 32; ++i)
        payload.pixel(format, i % 2 ? white : black);
    payload.u8(2).pixel(format, yellow);

    QList<quint32> picture(size.width() * size.height(), blue);
    fill(picture, {1, 2, 4, 1}, red);
    fill(picture, {15, 15, 1, 1}, red);
    fill(picture, {16, 0, 4, 16}, green);
    for (int i = 0; i < 32; ++i)
        fill(picture, {i % 16, 16 + i / 16, 1, 1}, i % 2 ? white : black);
    fill(picture, {16, 16, 4, 2}, yellow);
    expectPicture(wholeSession(format, payload.take()), picture);
}

void HextileDecoderTest::carriesColours()
{
    WireBytes payload;
    payload.u8(2 | 4).pixel({}, blue).pixel({}, red);
    payload.u8(0);
    payload.u8(8).u8(1).u8(0x00).u8(0xf0);
    payload.u8(2).pixel({}, white);
    QList<quint32> picture(size.width() * size.height(), blue);
    fill(picture, {0, 16, 16, 1}, red);
    fill(picture, {16, 16, 4, 2}, white);
    expectPicture(wholeSession({}, payload.take()), picture);
}

void HextileDecoderTest::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    QTest::newRow("subencoding") << WireBytes().u8(32).take()
                                 << u"Hextile rectangle 20x18 at 0,0: tile at 0,0 has the unknown subencoding 32"_s;
    QTest::newRow("subrectangle in a narrow tile")
        << WireBytes().u8(2).pixel({}, blue).u8(8).u8(1).u8(0x10).u8(0x30).take()
        << u"tile at 16,0 has a subrectangle outside"_s;
    QTest::newRow("subrectangle in a low tile")
        << WireBytes().u8(0).u8(0).u8(8 | 16).u8(1).pixel({}, red).u8(0x01).u8(0x01).take()
        << u"tile at 0,16 has a subrectangle outside"_s;
}

void HextileDecoderTest::malformed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(wholeSession({}, payload), where);
}

QTEST_GUILESS_MAIN(HextileDecoderTest)
#include "HextileDecoderTest.moc"
