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
constexpr quint8 enableContinuousUpdates = 150;
constexpr quint8 fence = 248;
constexpr quint8 xvp = 250;
constexpr quint8 setDesktopSize = 251;
constexpr quint8 qemu = 255;

constexpr quint8 xvpVersion = 1;
constexpr quint8 qemuExtendedKey = 0;
constexpr quint32 prefixed = 0xe000;

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

QByteArray extendedPointerMessage(QPoint position, quint16 buttons)
{
    constexpr int marker = 0x80;
    return Writer()
        .u8(pointerEvent)
        .u8(quint8((buttons & 0x7f) | marker))
        .u16(position.x())
        .u16(position.y())
        .u8(quint8(buttons >> 7))
        .take();
}

QByteArray extendedKeyMessage(quint32 keysym, quint32 scanCode, bool pressed)
{
    const quint32 onWire = (scanCode & 0xff00) == prefixed ? (scanCode & 0x7f) | 0x80 : scanCode;
    return Writer().u8(qemu).u8(qemuExtendedKey).u16(pressed ? 1 : 0).u32(keysym).u32(onWire).take();
}

QByteArray cutTextMessage(QByteArrayView text)
{
    return Writer().u8(cutText).padding(3).u32(quint32(text.size())).bytes(text).take();
}

QByteArray extendedCutTextMessage(QByteArrayView content)
{
    return Writer().u8(cutText).padding(3).u32(0U - quint32(content.size())).bytes(content).take();
}

QByteArray fenceMessage(quint32 flags, QByteArrayView payload)
{
    return Writer().u8(fence).padding(3).u32(flags).u8(quint8(payload.size())).bytes(payload).take();
}

QByteArray continuousUpdatesMessage(bool on, const QRect &rect)
{
    return Writer().u8(enableContinuousUpdates).u8(on ? 1 : 0).rect(rect).take();
}

QByteArray xvpMessage(quint8 code)
{
    return Writer().u8(xvp).padding(1).u8(xvpVersion).u8(code).take();
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
