// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictPictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QtEndian>

namespace portlight {

namespace {

constexpr qint32 rawEncoding = 0;
constexpr qint32 jpegEncoding = 21;
constexpr qint32 tightPngEncoding = -260;
constexpr char tightPngRectangle = char(0xa0);
constexpr int quality = 90;

QByteArray header(const QRect &rect, qint32 encoding)
{
    QByteArray bytes(12, '\0');
    int at = 0;
    for (const int number : {rect.x(), rect.y(), rect.width(), rect.height()}) {
        qToBigEndian(quint16(number), bytes.data() + at);
        at += 2;
    }
    qToBigEndian(encoding, bytes.data() + at);
    return bytes;
}

QByteArray file(const QImage &image, const char *format)
{
    QBuffer buffer;
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    (void)writer.write(image);
    return buffer.data();
}

/// Tight's (rfbproto, "Tight Encoding"): 7 bits in each byte, the lowest first.
QByteArray compactLength(qsizetype length)
{
    QByteArray bytes;
    for (; length > 127; length >>= 7)
        bytes.append(char(0x80 | (length & 0x7f)));
    bytes.append(char(length));
    return bytes;
}

} // namespace

QByteArray StrictPictures::rectangle(const QImage &image, const QRect &rect, qint32 encoding)
{
    const QImage part = image.copy(rect).convertToFormat(QImage::Format_RGB32);
    if (!m_state.encodings.contains(encoding))
        encoding = rawEncoding;
    QByteArray body;
    if (encoding == jpegEncoding) {
        body = jpeg(part);
    } else if (encoding == tightPngEncoding) {
        const QByteArray png = file(part, "png");
        body = tightPngRectangle + compactLength(png.size()) + png;
    } else {
        body = raw(part);
    }
    return header(rect, encoding) + body;
}

/// In the client's pixel format.
QByteArray StrictPictures::raw(const QImage &part) const
{
    const QByteArray &format = m_state.pixelFormat;
    const int bytesPerPixel = format.isEmpty() ? 4 : quint8(format.at(0)) / 8;
    const bool bigEndian = !format.isEmpty() && format.at(2) != 0;
    const auto component = [&format](int value, int index) {
        constexpr int ownShifts[] = {16, 8, 0};
        if (format.isEmpty())
            return quint32(value) << ownShifts[index];
        const int max = qFromBigEndian<quint16>(format.constData() + 4 + 2 * index);
        return quint32((value * max + 127) / 255) << quint8(format.at(10 + index));
    };
    QByteArray bytes;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x) {
            const QRgb colour = part.pixel(x, y);
            const quint32 value =
                component(qRed(colour), 0) | component(qGreen(colour), 1) | component(qBlue(colour), 2);
            for (int i = 0; i < bytesPerPixel; ++i)
                bytes.append(char(value >> 8 * (bigEndian ? bytesPerPixel - 1 - i : i)));
        }
    }
    return bytes;
}

/// rfbproto, "JPEG Encoding": tables that are as in the rectangle before may be left out.
QByteArray StrictPictures::jpeg(const QImage &part)
{
    const QByteArray whole = file(part, "jpeg");
    QByteArray tables;
    QByteArray shorter = whole.first(2);
    qsizetype at = 2;
    while (at + 4 <= whole.size() && quint8(whole.at(at + 1)) != 0xda) { // up to the scan
        const qsizetype size = 2 + qFromBigEndian<quint16>(whole.constData() + at + 2);
        const int marker = quint8(whole.at(at + 1));
        const bool isTable = marker == 0xdb || marker == 0xc4; // DQT, DHT
        (isTable ? tables : shorter) += whole.mid(at, size);
        at += size;
    }
    shorter += whole.mid(at);
    const bool isKnown = tables == m_lastTables;
    m_lastTables = tables;
    return isKnown ? shorter : whole;
}

} // namespace portlight
