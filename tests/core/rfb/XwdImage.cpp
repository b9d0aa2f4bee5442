// SPDX-License-Identifier: GPL-3.0-or-later
#include "XwdImage.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace portlight::rfb::testing {

namespace {

constexpr int fieldCount = 25;

// Numbers of the fields used, each of four bytes in network order.
constexpr int headerSize = 0;
constexpr int fileVersion = 1;
constexpr int pixmapFormat = 2;
constexpr int pixmapDepth = 3;
constexpr int pixmapWidth = 4;
constexpr int pixmapHeight = 5;
constexpr int byteOrder = 7;
constexpr int bitmapUnit = 8;
constexpr int bitmapPad = 10;
constexpr int bitsPerPixel = 11;
constexpr int bytesPerLine = 12;
constexpr int visualClass = 13;
constexpr int redMask = 14;
constexpr int greenMask = 15;
constexpr int blueMask = 16;
constexpr int bitsPerRgb = 17;
constexpr int colourCount = 19;
constexpr int windowWidth = 20;
constexpr int windowHeight = 21;

quint32 variedPixel(int x, int y, QSize size, QRandomGenerator &random)
{
    const int column = x * 5 / size.width();
    switch (column) {
    case 0:
        return y * 4 / size.height() % 2 ? 0x2060a0 : 0xf0f0f0;
    case 1:
        return (x * 7 + y * 3) % 11 < 4 ? 0x101010 : 0xe8e0d0;
    case 2:
        return quint32(x * 3 & 255) << 16 | quint32(y & 255) << 8 | quint32((x + y) & 255);
    case 3:
        return quint32((x / 5 + y / 3) % 16) * 0x0f1e2d;
    default:
        return random.generate() & 0xffffff;
    }
}

} // namespace

XwdImage XwdImage::parse(const QByteArray &file)
{
    if (file.size() < fieldCount * 4)
        return {};
    const auto field = [&file](int number) {
        return qFromBigEndian<quint32>(file.data() + number * 4);
    };
    const qsizetype start = qsizetype(field(headerSize)) + qsizetype(field(colourCount)) * 12;
    const int width = int(field(pixmapWidth));
    const int height = int(field(pixmapHeight));
    const qsizetype stride = field(bytesPerLine);
    if (field(bitsPerPixel) != 32 || field(redMask) != 0xff0000 || file.size() < start + stride * height)
        return {};
    XwdImage image;
    image.size = QSize(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const char *const pixel = file.data() + start + stride * y + qsizetype(x) * 4;
            const quint32 value = field(byteOrder) ? qFromBigEndian<quint32>(pixel) : qFromLittleEndian<quint32>(pixel);
            image.pixels.append(0xff000000U | value);
        }
    }
    return image;
}

QByteArray XwdImage::serialise() const
{
    QByteArray file(fieldCount * 4, '\0');
    const auto set = [&file](int number, quint32 value) {
        qToBigEndian(value, file.data() + number * 4);
    };
    set(headerSize, fieldCount * 4 + 1);
    set(fileVersion, 7);
    set(pixmapFormat, 2);
    set(pixmapDepth, 24);
    set(pixmapWidth, quint32(size.width()));
    set(pixmapHeight, quint32(size.height()));
    set(bitmapUnit, 32);
    set(bitmapPad, 32);
    set(bitsPerPixel, 32);
    set(bytesPerLine, quint32(size.width()) * 4);
    set(visualClass, 4);
    set(redMask, 0xff0000);
    set(greenMask, 0xff00);
    set(blueMask, 0xff);
    set(bitsPerRgb, 8);
    set(windowWidth, quint32(size.width()));
    set(windowHeight, quint32(size.height()));
    file.append('\0'); // an empty window name
    for (const quint32 pixel : pixels) {
        char bytes[4];
        qToLittleEndian(pixel & 0xffffff, bytes);
        file.append(bytes, 4);
    }
    return file;
}

XwdImage XwdImage::variedPicture(QSize size)
{
    QRandomGenerator random(5);
    XwdImage image;
    image.size = size;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.pixels.append(0xff000000U | variedPixel(x, y, size, random));
    }
    return image;
}

} // namespace portlight::rfb::testing
