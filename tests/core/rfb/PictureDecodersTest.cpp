// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"
#include "rfb/JpegTables.h"

#include <QTest>

#include <cstdio>

#include <jpeglib.h>
#include <png.h>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int jpegEncoding = 21;
constexpr int tightPng = -260;
constexpr int pngControl = 0xa0;

/// Grey, so that it survives JPEG as it is. Without its tables on demand.
QByteArray jpeg(QSize size, quint8 grey, bool withTables, int quality = 100)
{
    jpeg_compress_struct compress{};
    jpeg_error_mgr errors{};
    compress.err = jpeg_std_error(&errors);
    jpeg_create_compress(&compress);
    uchar *buffer = nullptr;
    unsigned long bytes = 0;
    jpeg_mem_dest(&compress, &buffer, &bytes);
    compress.image_width = JDIMENSION(size.width());
    compress.image_height = JDIMENSION(size.height());
    compress.input_components = 3;
    compress.in_color_space = JCS_RGB;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, quality, TRUE);
    if (!withTables)
        jpeg_suppress_tables(&compress, TRUE);
    jpeg_start_compress(&compress, withTables ? TRUE : FALSE);
    QByteArray row(size.width() * 3, char(grey));
    JSAMPROW rows = reinterpret_cast<JSAMPROW>(row.data());
    for (int y = 0; y < size.height(); ++y)
        jpeg_write_scanlines(&compress, &rows, 1);
    jpeg_finish_compress(&compress);
    jpeg_destroy_compress(&compress);
    QByteArray picture(reinterpret_cast<const char *>(buffer), qsizetype(bytes));
    std::free(buffer);
    return picture;
}

QByteArray png(QSize size, int format, const QByteArray &pixels, bool interlaced = false)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    QByteArray bytes;
    png_set_write_fn(
        png, &bytes,
        [](png_structp writer, png_bytep data, size_t count) {
            static_cast<QByteArray *>(png_get_io_ptr(writer))
                ->append(reinterpret_cast<const char *>(data), qsizetype(count));
        },
        nullptr);
    png_set_IHDR(png, info, png_uint_32(size.width()), png_uint_32(size.height()), 8, format,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const png_color palette[] = {{255, 0, 0}, {0, 0, 255}};
    if (format == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 2);
    QList<png_bytep> rows;
    for (int y = 0; y < size.height(); ++y)
        rows.append(reinterpret_cast<png_bytep>(const_cast<char *>(pixels.data())) +
                    y * (pixels.size() / size.height()));
    png_set_rows(png, info, rows.data());
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

QByteArray pngRectangle(const QByteArray &picture)
{
    const int length = int(picture.size());
    return WireBytes().u8(pngControl).u8((length & 127) | 128).u8(length >> 7).bytes(picture).take();
}

QByteArray pngSession(QSize size, const QByteArray &payload)
{
    return session(size, {}, QRect(QPoint(0, 0), size), tightPng, payload);
}

QByteArray jpegSession(QSize size, const QByteArray &payload)
{
    return session(size, {}, QRect(QPoint(0, 0), size), jpegEncoding, payload);
}

constexpr quint32 grey(quint8 value)
{
    return 0xff000000U | quint32(value) << 16 | quint32(value) << 8 | value;
}

} // namespace

/// The encodings JPEG and TightPNG: pictures within the protocol.
class PictureDecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesJpeg();
    void carriesTablesOver();
    void tablesComeBackFromAKeyframe();
    void refusesBrokenJpeg_data();
    void refusesBrokenJpeg();
    void decodesPng_data();
    void decodesPng();
    void fillsInTightPng();
    void refusesBrokenPng_data();
    void refusesBrokenPng();
};

void PictureDecodersTest::decodesJpeg()
{
    expectPicture(jpegSession({9, 5}, jpeg({9, 5}, 0x40, true)), QList<quint32>(45, grey(0x40)));
}

/// A picture without tables uses those of the one before it, and keeps them for the next.
void PictureDecodersTest::carriesTablesOver()
{
    WireBytes bytes;
    bytes.handshake({3, 1}, {}).updateHeader(3);
    bytes.rectangle(0, 0, 1, 1, jpegEncoding).bytes(jpeg({1, 1}, 0x10, true));
    bytes.rectangle(1, 0, 1, 1, jpegEncoding).bytes(jpeg({1, 1}, 0x80, false));
    bytes.rectangle(2, 0, 1, 1, jpegEncoding).bytes(jpeg({1, 1}, 0xf0, false));
    expectPicture(bytes.take(), {grey(0x10), grey(0x80), grey(0xf0)});
    expectMalformed(jpegSession({1, 1}, jpeg({1, 1}, 0x80, false)), u"broken JPEG data"_s);
}

void PictureDecodersTest::tablesComeBackFromAKeyframe()
{
    JpegTables tables;
    QVERIFY(tables.segments().isEmpty());
    QVERIFY(tables.addQuantisation(QByteArray(1, '\1') + QByteArray(64, '\5')));
    QVERIFY(tables.addHuffman(QByteArray(1, '\x12') + QByteArray(1, '\1') + QByteArray(15, '\0') + "x"));
    JpegTables restored;
    QVERIFY(restored.restore(tables.segments()));
    QCOMPARE(restored.segments(), tables.segments());
    QVERIFY(!restored.restore(tables.segments().chopped(1)));
    QVERIFY(!tables.addQuantisation(QByteArray(1, '\4') + QByteArray(64, '\5')));
    QVERIFY(!tables.addQuantisation(QByteArray(1, '\0') + QByteArray(63, '\5')));
    QVERIFY(!tables.addHuffman(QByteArray(1, '\x20') + QByteArray(16, '\0')));
    QVERIFY(!tables.addHuffman(QByteArray(1, '\0') + QByteArray(16, '\xff')));
}

void PictureDecodersTest::refusesBrokenJpeg_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    const QByteArray good = jpeg({2, 2}, 1, true);
    QTest::newRow("not a picture") << QByteArray("GIF89a") << u"no JPEG marker at byte 0"_s;
    QTest::newRow("twice the start") << QByteArray("\xff\xd8\xff\xd8") << u"no JPEG marker at byte 2"_s;
    QTest::newRow("short segment") << QByteArray("\xff\xd8\xff\xe0\0\1", 6) << u"a JPEG segment of 1 bytes"_s;
    QTest::newRow("tables") << QByteArray("\xff\xd8\xff\xdb\0\3\x20", 7) << u"broken JPEG tables"_s;
    QTest::newRow("nothing in it") << QByteArray("\xff\xd8\xff\xd9") << u"broken JPEG data"_s;
    QTest::newRow("other size") << jpeg({3, 2}, 1, true) << u"JPEG picture is 3x2"_s;
    QTest::newRow("without end") << good.chopped(2) + QByteArray(300 * 1024, 'x')
                                 << u"a JPEG picture of more than 262176 bytes"_s;
}

void PictureDecodersTest::refusesBrokenJpeg()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(jpegSession({2, 2}, payload), where);
}

void PictureDecodersTest::decodesPng_data()
{
    QTest::addColumn<QByteArray>("picture");
    const QByteArray rgb = QByteArray::fromHex("ff00000000ff") + QByteArray::fromHex("0000ffff0000");
    const QByteArray rgba = QByteArray::fromHex("ff0000ff0000ff80") + QByteArray::fromHex("0000ff00ff0000ff");
    QTest::newRow("RGB") << png({2, 2}, PNG_COLOR_TYPE_RGB, rgb);
    QTest::newRow("RGB, interlaced") << png({2, 2}, PNG_COLOR_TYPE_RGB, rgb, true);
    QTest::newRow("RGBA") << png({2, 2}, PNG_COLOR_TYPE_RGB_ALPHA, rgba);
    QTest::newRow("palette") << png({2, 2}, PNG_COLOR_TYPE_PALETTE, QByteArray::fromHex("00010100"));
}

void PictureDecodersTest::decodesPng()
{
    QFETCH(QByteArray, picture);
    expectPicture(pngSession({2, 2}, pngRectangle(picture)), {red, blue, blue, red});
}

void PictureDecodersTest::fillsInTightPng()
{
    expectPicture(pngSession({2, 1}, WireBytes().u8(0x80).tightPixel({}, 0xff0000).take()), {red, red});
}

void PictureDecodersTest::refusesBrokenPng_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("where");
    const QByteArray good = png({2, 1}, PNG_COLOR_TYPE_GRAY, QByteArray(2, '\1'));
    QTest::newRow("not a picture") << pngRectangle("GIF89a") << u"broken PNG data"_s;
    QTest::newRow("cut off") << pngRectangle(good.chopped(13)) << u"broken PNG data"_s;
    QByteArray damaged = good;
    damaged[45] = char(damaged.at(45) ^ 1);
    QTest::newRow("damaged") << pngRectangle(damaged) << u"broken PNG data"_s;
    QTest::newRow("other size") << pngRectangle(png({1, 1}, PNG_COLOR_TYPE_GRAY, "x")) << u"PNG picture is 1x1"_s;
    QTest::newRow("basic compression") << QByteArray(1, '\0') << u"unknown compression 0"_s;
    QTest::newRow("not PNG's") << QByteArray("\xb0") << u"unknown compression 11"_s;
}

void PictureDecodersTest::refusesBrokenPng()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, where);
    expectMalformed(pngSession({2, 1}, payload), where);
}

QTEST_GUILESS_MAIN(PictureDecodersTest)
#include "PictureDecodersTest.moc"
