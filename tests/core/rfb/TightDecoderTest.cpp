// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"
#include "Deflater.h"

#include <QRandomGenerator>

#include <cstdio>
#include <jpeglib.h>

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tight = 7;

// First bytes.
constexpr int fillControl = 0x80;
constexpr int jpegControl = 0x90;
constexpr int withFilter = 0x40;

// Filters.
constexpr int copyFilter = 0;
constexpr int paletteFilter = 1;
constexpr int gradientFilter = 2;

QByteArray compactLength(qsizetype length)
{
    WireBytes bytes;
    if (length < 128)
        return bytes.u8(int(length)).take();
    bytes.u8(int(length & 127) | 128);
    if (length < 128 * 128)
        return bytes.u8(int(length >> 7)).take();
    return bytes.u8(int(length >> 7 & 127) | 128).u8(int(length >> 14)).take();
}

QByteArray packed(Deflater &deflater, const QByteArray &bytes)
{
    const QByteArray compressed = deflater.pack(bytes);
    return compactLength(compressed.size()) + compressed;
}

QByteArray packed(const QByteArray &bytes)
{
    Deflater deflater;
    return packed(deflater, bytes);
}

QByteArray tightSession(QSize size, const PixelFormat &format, const QByteArray &payload)
{
    return session(size, format, QRect(QPoint(0, 0), size), tight, payload);
}

/// A JPEG picture of one colour, or noise.
QByteArray jpeg(QSize size, quint32 colour, bool progressive = false)
{
    jpeg_compress_struct compress{};
    jpeg_error_mgr errors{};
    compress.err = jpeg_std_error(&errors);
    jpeg_create_compress(&compress);
    unsigned char *buffer = nullptr;
    unsigned long bytes = 0;
    jpeg_mem_dest(&compress, &buffer, &bytes);
    compress.image_width = JDIMENSION(size.width());
    compress.image_height = JDIMENSION(size.height());
    compress.input_components = 4;
    compress.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, 100, TRUE);
    if (progressive)
        jpeg_simple_progression(&compress);
    jpeg_start_compress(&compress, TRUE);
    QList<quint32> row(size.width(), colour);
    while (compress.next_scanline < compress.image_height) {
        JSAMPROW rows = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&compress, &rows, 1);
    }
    jpeg_finish_compress(&compress);
    jpeg_destroy_compress(&compress);
    const QByteArray result(reinterpret_cast<const char *>(buffer), qsizetype(bytes));
    free(buffer);
    return result;
}

} // namespace

class TightDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fills_data() { addFormatRows(); }
    void fills();
    void copiesPlainAndPacked_data() { addFormatRows(); }
    void copiesPlainAndPacked();
    void usesTwoColours_data() { addFormatRows(); }
    void usesTwoColours();
    void usesManyColours();
    void undoesGradients_data() { addFormatRows(); }
    void undoesGradients();
    void clampsGradients();
    void keepsFourStreams();
    void resetsStreams();
    void decodesJpeg_data();
    void decodesJpeg();
    void readsLongLengths();
    void malformed_data();
    void malformed();
};

void TightDecoderTest::fills()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    expectPicture(tightSession({2, 2}, format, WireBytes().u8(fillControl).tightPixel(format, red).take()),
                  {red, red, red, red});
}

void TightDecoderTest::copiesPlainAndPacked()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes bytes;
    bytes.handshake({16, 2}, format).updateHeader(2);
    // Fewer than 12 bytes are not packed, even with the filter named.
    bytes.rectangle(0, 0, 2, 1, tight).u8(withFilter).u8(copyFilter).tightPixel(format, red).tightPixel(format, green);
    WireBytes pixels;
    QList<quint32> picture = {red, green};
    picture.resize(16, untouched);
    for (int i = 0; i < 16; ++i) {
        const quint32 colour = QList<quint32>{blue, white, black}.at(i % 3);
        pixels.tightPixel(format, colour);
        picture.append(colour);
    }
    bytes.rectangle(0, 1, 16, 1, tight).u8(0x20).bytes(packed(pixels.take()));
    expectPicture(bytes.take(), picture);
}

void TightDecoderTest::usesTwoColours()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    WireBytes bytes;
    bytes.handshake({10, 8}, format).updateHeader(2);
    bytes.rectangle(0, 0, 10, 8, tight).u8(withFilter).u8(paletteFilter).u8(1);
    bytes.tightPixel(format, red).tightPixel(format, white);
    QByteArray bits;
    QList<quint32> picture;
    for (int y = 0; y < 8; ++y) {
        bits.append(char(0x80 >> y)).append(y % 2 ? '\x40' : '\0');
        for (int x = 0; x < 10; ++x)
            picture.append(x == y || (x == 9 && y % 2) ? white : red);
    }
    bytes.bytes(packed(bits));
    bytes.rectangle(0, 0, 2, 1, tight).u8(withFilter).u8(paletteFilter).u8(1);
    bytes.tightPixel(format, black).tightPixel(format, blue).u8(0x40);
    picture[0] = black;
    picture[1] = blue;
    expectPicture(bytes.take(), picture);
}

void TightDecoderTest::usesManyColours()
{
    WireBytes payload;
    payload.u8(withFilter).u8(paletteFilter).u8(255);
    QByteArray indices;
    QList<quint32> picture;
    for (int i = 0; i < 256; ++i) {
        payload.tightPixel({}, quint32(i * 0x010203));
        indices.append(char(255 - i));
        picture.append(black | quint32((255 - i) * 0x010203));
    }
    payload.bytes(packed(indices));
    expectPicture(tightSession({64, 4}, {}, payload.take()), picture);
}

/// The differences are made here from the definition, on whole rows of components.
void TightDecoderTest::undoesGradients()
{
    QFETCH(int, index);
    const PixelFormat format = trueColourFormats().at(index).format;
    const QSize size(9, 5);
    const int max[3] = {format.redMax, format.greenMax, format.blueMax};
    const int shift[3] = {format.redShift, format.greenShift, format.blueShift};
    const bool tightPixels = format.bitsPerPixel == 32 && format.depth == 24;
    QRandomGenerator random(3);
    int values[5][9][3];
    QList<quint32> picture;
    for (auto &row : values) {
        for (auto &value : row) {
            quint32 rgb = 0;
            for (int i = 0; i < 3; ++i) {
                value[i] = random.bounded(2) ? max[i] : 0; // survives every format
                rgb = rgb << 8 | (value[i] ? 255U : 0U);
            }
            picture.append(black | rgb);
        }
    }
    WireBytes differences;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            quint32 pixel = 0;
            WireBytes rgb;
            for (int i = 0; i < 3; ++i) {
                const int left = x > 0 ? values[y][x - 1][i] : 0;
                const int above = y > 0 ? values[y - 1][x][i] : 0;
                const int aboveLeft = x > 0 && y > 0 ? values[y - 1][x - 1][i] : 0;
                const int expected = std::clamp(left + above - aboveLeft, 0, max[i]);
                const int difference = (values[y][x][i] - expected) & max[i];
                pixel |= quint32(difference) << shift[i];
                rgb.u8(difference);
            }
            for (int byte = 0; !tightPixels && byte < format.bytesPerPixel(); ++byte) {
                const int at = format.bigEndian ? format.bytesPerPixel() - 1 - byte : byte;
                differences.u8(int(pixel >> (8 * at) & 255));
            }
            if (tightPixels)
                differences.bytes(rgb.take());
        }
    }
    const QByteArray payload = WireBytes().u8(withFilter).u8(gradientFilter).bytes(packed(differences.take())).take();
    expectPicture(tightSession(size, format, payload), picture);
}

void TightDecoderTest::clampsGradients()
{
    // Row 1: 0 200 0; below 200 follows left + above - above left = 200 + 200 - 0, which is clamped to 255; +1 wraps to
    // 0.
    WireBytes payload;
    payload.u8(withFilter).u8(gradientFilter);
    WireBytes rows;
    for (const int difference : {0, 200, 200, 1})
        rows.u8(difference).u8(difference).u8(difference);
    payload.bytes(packed(rows.take()));
    expectPicture(tightSession({2, 2}, {}, payload.take()), {black, 0xffc8c8c8U, 0xffc8c8c8U, black});
}

void TightDecoderTest::keepsFourStreams()
{
    std::array<Deflater, 4> deflaters;
    WireBytes bytes;
    bytes.handshake({4, 8}, {}).updateHeader(8);
    QList<quint32> picture;
    for (int y = 0; y < 8; ++y) {
        const quint32 colour = y % 2 ? red : green;
        bytes.rectangle(0, y, 4, 1, tight).u8(y % 4 << 4);
        bytes.bytes(packed(deflaters[size_t(y % 4)], WireBytes()
                                                         .tightPixel({}, colour)
                                                         .tightPixel({}, blue)
                                                         .tightPixel({}, colour)
                                                         .tightPixel({}, white)
                                                         .take()));
        picture += {colour, blue, colour, white};
    }
    expectPicture(bytes.take(), picture);
}

void TightDecoderTest::resetsStreams()
{
    const QByteArray row(12, '\0');
    WireBytes bytes;
    bytes.handshake({4, 1}, {}).updateHeader(3);
    bytes.rectangle(0, 0, 4, 1, tight).u8(0).bytes(packed(row));
    bytes.rectangle(0, 0, 4, 1, tight).u8(fillControl | 1).tightPixel({}, red);
    const QByteArray before = bytes.take();
    bytes.rectangle(0, 0, 4, 1, tight).u8(0).bytes(packed(row));
    expectPicture(bytes.take(), {black, black, black, black});
    // Without the reset the new stream's header is garbage in the old one.
    const QByteArray wrong =
        QByteArray(bytes.take()).replace(before.size() - 4, 1, QByteArray(1, char(fillControl | 2)));
    expectMalformed(wrong, u"broken zlib data"_s);
}

void TightDecoderTest::decodesJpeg_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("progressive");
    QTest::newRow("native") << 0 << false;
    QTest::newRow("native, progressive") << 0 << true;
    QTest::newRow("upper bytes, big endian") << 4 << false;
    QTest::newRow("565") << 7 << false;
}

void TightDecoderTest::decodesJpeg()
{
    QFETCH(int, index);
    QFETCH(bool, progressive);
    const QByteArray picture = jpeg({20, 10}, 0x00808080U, progressive);
    const QByteArray payload = WireBytes().u8(jpegControl).bytes(compactLength(picture.size())).bytes(picture).take();
    expectPicture(tightSession({20, 10}, trueColourFormats().at(index).format, payload),
                  QList<quint32>(200, 0xff808080U));
}

/// Lengths of three bytes, the last of which has eight bits.
void TightDecoderTest::readsLongLengths()
{
    const QSize size(128, 64);
    QRandomGenerator random(4);
    WireBytes pixels;
    QList<quint32> picture;
    for (int i = 0; i < size.width() * size.height(); ++i) {
        picture.append(black | (random.generate() & 0xffffff));
        pixels.tightPixel({}, picture.last());
    }
    const QByteArray payload = packed(pixels.take());
    QVERIFY(payload.size() > 128 * 128);
    expectPicture(tightSession(size, {}, QByteArray(1, '\0') + payload), picture);
}

void TightDecoderTest::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QByteArray &payload, const QString &where) {
        QTest::newRow(name) << payload << where;
    };
    const QByteArray palette = WireBytes().tightPixel({}, red).tightPixel({}, green).tightPixel({}, blue).take();
    row("PNG", WireBytes().u8(0xa0).take(), u"Tight rectangle 4x4 at 0,0: unknown compression 10"_s);
    row("kind 15", WireBytes().u8(0xf0).take(), u"unknown compression 15"_s);
    row("filter", WireBytes().u8(withFilter).u8(3).take(), u"unknown filter 3"_s);
    row("palette index",
        WireBytes().u8(withFilter).u8(1).u8(2).bytes(palette).bytes(packed(QByteArray(16, '\3'))).take(),
        u"palette index 3 of 3"_s);
    row("index of one colour",
        WireBytes().u8(withFilter).u8(1).u8(0).tightPixel({}, red).u8(0).u8(0x80).u8(0).u8(0).take(),
        u"palette index 1 of 1"_s);
    row("bomb", QByteArray(1, '\0') + packed(QByteArray(50 << 20, '\0')), u"zlib data holds more than the rectangle"_s);
    row("one byte too many", QByteArray(1, '\0') + packed(QByteArray(49, '\0')),
        u"zlib data holds more than the rectangle"_s);
    row("too few", QByteArray(1, '\0') + packed(QByteArray(47, '\0')), u"zlib data ends in row 3"_s);
    row("not zlib", WireBytes().u8(0).u8(6).bytes("nozlib").take(), u"broken zlib data"_s);
    row("absurd length", WireBytes().u8(0).u8(255).u8(255).u8(255).take(),
        u"4194303 compressed bytes are more than it can need"_s);
    row("no JPEG", WireBytes().u8(jpegControl).u8(6).bytes("nojpeg").take(), u"broken JPEG data"_s);
    row("empty JPEG", WireBytes().u8(jpegControl).u8(0).take(), u"broken JPEG data"_s);
    const QByteArray large = jpeg({5, 4}, 0);
    row("JPEG of another size", WireBytes().u8(jpegControl).bytes(compactLength(large.size())).bytes(large).take(),
        u"JPEG picture is 5x4"_s);
    const QByteArray cut = jpeg({4, 4}, 0x123456).chopped(6);
    row("JPEG cut off", WireBytes().u8(jpegControl).bytes(compactLength(cut.size())).bytes(cut).take(),
        u"broken JPEG data"_s);
}

void TightDecoderTest::malformed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(tightSession({4, 4}, {}, payload), where);
}

QTEST_GUILESS_MAIN(TightDecoderTest)
#include "TightDecoderTest.moc"
