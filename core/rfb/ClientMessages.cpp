// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ClientMessages.h"

#include <QtEndian>

namespace portlight::rfb {

namespace {

// Message types.
constexpr quint8 setPixelFormat = 0;
constexpr quint8 setEncodings = 2;
constexpr quint8 updateRequest = 3;
constexpr quint8 keyEvent = 4;
constexpr quint8 pointerEvent = 5;
constexpr quint8 cutText = 6;
constexpr quint8 setDesktopSize = 251;

/// Appends numbers in network byte order.
class Writer
{
public:
    Writer &u8(quint8 value) { return number(value); }
    Writer &u16(int value) { return number(quint16(value)); }
    Writer &u32(quint32 value) { return number(value); }
    Writer &padding(int count)
    {
        m_bytes.append(count, '\0');
        return *this;
    }
    Writer &bytes(QByteArrayView bytes)
    {
        m_bytes.append(bytes);
        return *this;
    }
    Writer &rect(const QRect &rect) { return u16(rect.x()).u16(rect.y()).u16(rect.width()).u16(rect.height()); }

    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    template <typename Number>
    Writer &number(Number value)
    {
        char bytes[sizeof(Number)];
        qToBigEndian(value, bytes);
        m_bytes.append(bytes, sizeof bytes);
        return *this;
    }

    QByteArray m_bytes;
};

} // namespace

QByteArray setPixelFormatMessage(const PixelFormat &format)
{
    return Writer()
        .u8(setPixelFormat)
        .padding(3)
        .u8(format.bitsPerPixel)
        .u8(format.depth)
        .u8(format.bigEndian ? 1 : 0)
        .u8(format.trueColour ? 1 : 0)
        .u16(format.redMax)
        .u16(format.greenMax)
        .u16(format.blueMax)
        .u8(format.redShift)
        .u8(format.greenShift)
        .u8(format.blueShift)
        .padding(3)
        .take();
}

QByteArray setEncodingsMessage(const QList<qint32> &encodings)
{
    Writer message;
    message.u8(setEncodings).padding(1).u16(int(encodings.size()));
    for (const qint32 encoding : encodings)
        message.u32(quint32(encoding));
    return message.take();
}

QByteArray updateRequestMessage(bool incremental, const QRect &rect)
{
    return Writer().u8(updateRequest).u8(incremental ? 1 : 0).rect(rect).take();
}

QByteArray keyMessage(quint32 keysym, bool pressed)
{
    return Writer().u8(keyEvent).u8(pressed ? 1 : 0).padding(2).u32(keysym).take();
}

QByteArray pointerMessage(QPoint position, quint8 buttons)
{
    return Writer().u8(pointerEvent).u8(buttons).u16(position.x()).u16(position.y()).take();
}

QByteArray cutTextMessage(QByteArrayView text)
{
    return Writer().u8(cutText).padding(3).u32(quint32(text.size())).bytes(text).take();
}

QByteArray setDesktopSizeMessage(QSize size, const QList<Screen> &screens)
{
    Writer message;
    message.u8(setDesktopSize).padding(1).u16(size.width()).u16(size.height()).u8(quint8(screens.size())).padding(1);
    for (const Screen &screen : screens)
        message.u32(screen.id).rect(screen.geometry).u32(screen.flags);
    return message.take();
}

} // namespace portlight::rfb
