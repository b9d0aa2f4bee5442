// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeRfbServer.h"

#include <QtEndian>

#include <cstdlib>
#include <optional>

namespace portlight::FakeRfbServer {

namespace {

QByteArray bigEndian16(int value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray bigEndian32(qint64 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(value), bytes.data());
    return bytes;
}

int number16(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

QByteArray rawPixels(const QImage &image, const QRect &rect)
{
    const QImage part = image.copy(rect).convertToFormat(QImage::Format_RGB32);
    QByteArray bytes;
    for (int y = 0; y < part.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(part.constScanLine(y)), qsizetype(part.width()) * 4);
    return bytes;
}

} // namespace

void greetUntilInit(ServerConnection &connection)
{
    connection.send("RFB 003.008\n");
    (void)connection.receive(12);
    connection.send(QByteArray("\1\1", 2)); // one type: None
    (void)connection.receive(1);
    connection.send(QByteArray(4, '\0')); // SecurityResult: OK
    (void)connection.receive(1);          // ClientInit
}

QByteArray serverInit(QSize size, const QByteArray &name)
{
    // 32 bits, depth 24, little endian, true colour, 255 each, shifts 16, 8, 0, padding.
    const QByteArray format("\x20\x18\0\1\0\xff\0\xff\0\xff\x10\x08\0\0\0\0", 16);
    return bigEndian16(size.width()) + bigEndian16(size.height()) + format + bigEndian32(name.size()) + name;
}

void greet(ServerConnection &connection, QSize size, const QByteArray &name)
{
    greetUntilInit(connection);
    connection.send(serverInit(size, name));
}

QByteArray update(const QRect &rect, qint32 encoding, const QByteArray &body)
{
    return QByteArray("\0\0", 2) + bigEndian16(1) + bigEndian16(rect.x()) + bigEndian16(rect.y()) +
           bigEndian16(rect.width()) + bigEndian16(rect.height()) + bigEndian32(encoding) + body;
}

QByteArray picture(const QImage &image)
{
    return update(image.rect(), 0, rawPixels(image, image.rect()));
}

QImage desktop(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(y & 0xff, x & 0xff, 0x60));
    }
    return image;
}

namespace {

/// The rest of a client's message of that type (RFC 6143, section 7.5); nothing for one that is unknown.
std::optional<QByteArray> readBody(ServerConnection &connection, int type)
{
    switch (type) {
    case 0: // SetPixelFormat
        return connection.receive(19);
    case 2: { // SetEncodings
        const QByteArray head = connection.receive(3).leftJustified(3, '\0');
        return head + connection.receive(4 * qsizetype{number16(head, 1)});
    }
    case 3: // FramebufferUpdateRequest
        return connection.receive(9);
    case 4: // KeyEvent
        return connection.receive(7);
    case 5: { // PointerEvent, and its longer form with bit 7 set
        const QByteArray body = connection.receive(5);
        const bool isLong = !body.isEmpty() && (body.at(0) & 0x80) != 0;
        return isLong ? body + connection.receive(1) : body;
    }
    case 6: { // ClientCutText; a negative length announces the extended form
        const QByteArray head = connection.receive(7).leftJustified(7, '\0');
        return head + connection.receive(std::abs(qint64{qFromBigEndian<qint32>(head.constData() + 3)}));
    }
    case 150: // EnableContinuousUpdates
        return connection.receive(9);
    case 248: { // ClientFence
        const QByteArray head = connection.receive(8).leftJustified(8, '\0');
        return head + connection.receive(quint8(head.at(7)));
    }
    case 250: // xvp
        return connection.receive(3);
    case 251: { // SetDesktopSize
        const QByteArray head = connection.receive(7).leftJustified(7, '\0');
        return head + connection.receive(16 * qsizetype{quint8(head.at(5))});
    }
    case 255: // QEMU Extended Key Event
        return connection.receive(11);
    default:
        return std::nullopt;
    }
}

} // namespace

void serve(ServerConnection &connection, const QImage &image, const Listener &listener)
{
    while (!connection.isOver()) {
        const QByteArray type = connection.receive(1);
        if (type.isEmpty())
            return;
        const std::optional<QByteArray> body = readBody(connection, quint8(type.at(0)));
        if (!body)
            return;
        if (listener)
            listener(quint8(type.at(0)), *body);
        if (type.at(0) == 3 && body->size() == 9 && body->at(0) == 0) {
            const QRect rect(number16(*body, 1), number16(*body, 3), number16(*body, 5), number16(*body, 7));
            connection.send(update(rect, 0, rawPixels(image, rect)));
        }
    }
}

} // namespace portlight::FakeRfbServer
