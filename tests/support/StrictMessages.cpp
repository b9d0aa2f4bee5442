// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictMessages.h"

#include <QJsonArray>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 largestText = 1 << 20;
constexpr quint32 fenceRequest = 1U << 31;
constexpr quint32 fenceFlags = 7;
constexpr quint32 formatText = 1;
constexpr quint32 allActions = 0xff000000U;
constexpr quint32 actionCaps = 1U << 24;
constexpr quint32 actionProvide = 1U << 28;

bool isFull(quint16 max)
{
    return max != 0 && (max & (max + 1)) == 0;
}

} // namespace

QByteArray StrictMessages::take(qsizetype count)
{
    return m_connection.receive(count).leftJustified(count, '\0');
}

quint16 StrictMessages::u16()
{
    return qFromBigEndian<quint16>(take(2).constData());
}

quint32 StrictMessages::u32()
{
    return qFromBigEndian<quint32>(take(4).constData());
}

StrictMessages::Message StrictMessages::wrong(const QString &problem)
{
    if (!m_connection.isOver())
        m_problem = problem;
    return std::nullopt;
}

StrictMessages::Message StrictMessages::next()
{
    const QByteArray type = m_connection.receive(1);
    if (type.isEmpty())
        return std::nullopt;
    m_payload.clear();
    switch (quint8(type.at(0))) {
    case 0:
        return pixelFormat();
    case 2:
        return encodings();
    case 3:
        return updateRequest();
    case 4:
        return key();
    case 5:
        return pointer();
    case 6:
        return cutText();
    case 150:
        return continuousUpdates();
    case 248:
        return fence();
    case 250:
        return power();
    case 251:
        return desktopSize();
    case 255:
        return scanCode();
    default:
        return wrong(u"Message type %1"_s.arg(quint8(type.at(0))));
    }
}

StrictMessages::Message StrictMessages::pixelFormat()
{
    (void)take(3);
    const QByteArray format = take(16);
    const int bits = quint8(format.at(0));
    const int depth = quint8(format.at(1));
    if ((bits != 8 && bits != 16 && bits != 32) || depth > bits || quint8(format.at(2)) > 1 || format.at(3) != 1)
        return wrong(u"SetPixelFormat: %1"_s.arg(QString::fromLatin1(format.toHex())));
    quint32 used = 0;
    for (int i = 0; i < 3; ++i) {
        const auto max = qFromBigEndian<quint16>(format.constData() + 4 + 2 * i);
        const int shift = quint8(format.at(10 + i));
        const quint64 mask = quint64(max) << shift;
        if (!isFull(max) || mask >> bits != 0 || (used & quint32(mask)) != 0)
            return wrong(u"SetPixelFormat: component %1 of %2"_s.arg(i).arg(QString::fromLatin1(format.toHex())));
        used |= quint32(mask);
    }
    m_state.pixelFormat = format;
    return QJsonObject{{u"message"_s, u"pixel-format"_s}, {u"bits"_s, bits}, {u"depth"_s, depth}};
}

StrictMessages::Message StrictMessages::encodings()
{
    (void)take(1);
    const int count = u16();
    if (count == 0)
        return wrong(u"SetEncodings without any"_s);
    m_state.encodings.clear();
    QJsonArray numbers;
    for (int i = 0; i < count; ++i) {
        const auto number = qint32(u32());
        if (m_state.encodings.contains(number))
            return wrong(u"SetEncodings: %1 twice"_s.arg(number));
        m_state.encodings.insert(number);
        numbers.append(number);
    }
    return QJsonObject{{u"message"_s, u"encodings"_s}, {u"numbers"_s, numbers}};
}

StrictMessages::Message StrictMessages::updateRequest()
{
    const int incremental = u8();
    const int x = u16();
    const int y = u16();
    const int width = u16();
    const int height = u16();
    const bool isInside = x + width <= m_state.size.width() && y + height <= m_state.size.height();
    if (incremental > 1 || width == 0 || height == 0 || !isInside)
        return wrong(
            u"FramebufferUpdateRequest: %1, %2x%3 at %4,%5"_s.arg(incremental).arg(width).arg(height).arg(x).arg(y));
    return QJsonObject{{u"message"_s, u"update-request"_s}, {u"incremental"_s, incremental == 1}};
}

StrictMessages::Message StrictMessages::key()
{
    const int down = u8();
    (void)take(2);
    const quint32 keysym = u32();
    if (down > 1 || keysym == 0)
        return wrong(u"KeyEvent: %1, keysym %2"_s.arg(down).arg(keysym));
    return QJsonObject{{u"message"_s, u"key"_s}, {u"keysym"_s, qint64{keysym}}, {u"down"_s, down == 1}};
}

StrictMessages::Message StrictMessages::pointer()
{
    int buttons = u8();
    const int x = u16();
    const int y = u16();
    const bool isLong = (buttons & 0x80) != 0;
    if (isLong && !m_state.hasMoreButtons)
        return wrong(u"PointerEvent with bit 7 before ExtendedMouseButtons"_s);
    if (isLong)
        buttons = (buttons & 0x7f) | (u8() << 7);
    if (x >= m_state.size.width() || y >= m_state.size.height())
        return wrong(u"PointerEvent outside: %1,%2"_s.arg(x).arg(y));
    return QJsonObject{{u"message"_s, u"pointer"_s}, {u"x"_s, x}, {u"y"_s, y}, {u"buttons"_s, buttons}};
}

StrictMessages::Message StrictMessages::cutText()
{
    (void)take(3);
    const qint64 length = qint32(u32());
    if (length < 0)
        return extendedCutText(-length);
    if (length > largestText)
        return wrong(u"ClientCutText of %1 bytes"_s.arg(length));
    return QJsonObject{{u"message"_s, u"cut-text"_s}, {u"text"_s, QString::fromLatin1(take(length))}};
}

StrictMessages::Message StrictMessages::extendedCutText(qint64 size)
{
    if (!m_state.hasClipboard)
        return wrong(u"Extended ClientCutText before the server has told what it can"_s);
    if (size < 4 || size > largestText + 1024)
        return wrong(u"Extended ClientCutText of %1 bytes"_s.arg(size));
    const quint32 flags = u32();
    m_payload = take(size - 4);
    const quint32 action = flags & allActions;
    if ((flags & actionCaps) != 0) {
        // noVNC sends a size and no format for it; servers live with that.
        if (m_payload.size() % 4 != 0 || m_payload.size() > 4 * 16)
            return wrong(
                u"Extended ClientCutText: flags %1 and %2 bytes of sizes"_s.arg(flags, 0, 16).arg(m_payload.size()));
        m_state.clientClipboard = flags;
        return QJsonObject{{u"message"_s, u"clipboard"_s}, {u"action"_s, u"caps"_s}};
    }
    if (m_state.clientClipboard == 0)
        return wrong(u"Extended ClientCutText before the client has told what it can"_s);
    static const QStringList names{u"request"_s, u"peek"_s, u"notify"_s, u"provide"_s};
    for (int i = 0; i < names.size(); ++i) {
        if (action != 1U << (25 + i))
            continue;
        if (action != actionProvide && !m_payload.isEmpty())
            return wrong(u"Extended ClientCutText: %1 bytes that belong to nothing"_s.arg(m_payload.size()));
        return QJsonObject{
            {u"message"_s, u"clipboard"_s}, {u"action"_s, names.at(i)}, {u"text"_s, (flags & formatText) != 0}};
    }
    return wrong(u"Extended ClientCutText: flags %1"_s.arg(flags, 0, 16));
}

StrictMessages::Message StrictMessages::continuousUpdates()
{
    const int on = u8();
    const int x = u16();
    const int y = u16();
    const int width = u16();
    const int height = u16();
    if (!m_state.hasContinuousUpdates)
        return wrong(u"EnableContinuousUpdates before EndOfContinuousUpdates"_s);
    if (on > 1 || x + width > m_state.size.width() || y + height > m_state.size.height())
        return wrong(u"EnableContinuousUpdates: %1, %2x%3 at %4,%5"_s.arg(on).arg(width).arg(height).arg(x).arg(y));
    return QJsonObject{
        {u"message"_s, u"continuous-updates"_s}, {u"on"_s, on == 1}, {u"width"_s, width}, {u"height"_s, height}};
}

StrictMessages::Message StrictMessages::fence()
{
    (void)take(3);
    const quint32 flags = u32();
    const int size = u8();
    m_payload = take(size);
    if (!m_state.hasFences)
        return wrong(u"Fence before the server's"_s);
    if (size > 64 || (flags & ~(fenceFlags | fenceRequest)) != 0)
        return wrong(u"Fence: flags %1, %2 bytes"_s.arg(flags, 0, 16).arg(size));
    const bool isRequest = (flags & fenceRequest) != 0;
    if (!isRequest && !m_state.fences.removeOne(m_payload))
        return wrong(u"Fence: an answer nobody asked for"_s);
    return QJsonObject{{u"message"_s, u"fence"_s}, {u"request"_s, isRequest}, {u"flags"_s, int(flags & fenceFlags)}};
}

StrictMessages::Message StrictMessages::power()
{
    (void)take(1);
    const int version = u8();
    const int code = u8();
    if (!m_state.hasPower || version != 1 || code < 2 || code > 4)
        return wrong(u"xvp: version %1, code %2"_s.arg(version).arg(code));
    return QJsonObject{{u"message"_s, u"power"_s}, {u"code"_s, code}};
}

StrictMessages::Message StrictMessages::desktopSize()
{
    (void)take(1);
    const int width = u16();
    const int height = u16();
    const int screens = u8();
    (void)take(1);
    if (!m_state.hasSizes || width == 0 || height == 0 || screens == 0)
        return wrong(u"SetDesktopSize: %1x%2 with %3 screens"_s.arg(width).arg(height).arg(screens));
    for (int i = 0; i < screens; ++i) {
        (void)u32();
        const int x = u16();
        const int y = u16();
        const int right = x + u16();
        const int bottom = y + u16();
        (void)u32();
        if (right > width || bottom > height)
            return wrong(u"SetDesktopSize: screen %1 is outside"_s.arg(i));
    }
    return QJsonObject{{u"message"_s, u"desktop-size"_s}, {u"width"_s, width}, {u"height"_s, height}};
}

StrictMessages::Message StrictMessages::scanCode()
{
    const int kind = u8();
    const int down = u16();
    const quint32 keysym = u32();
    const quint32 code = u32();
    if (!m_state.hasScanCodes)
        return wrong(u"QEMU message before the server's QEMU Extended Key Event"_s);
    if (kind != 0 || down > 1 || code == 0 || code > 0xff)
        return wrong(u"QEMU message: %1, %2, code %3"_s.arg(kind).arg(down).arg(code, 0, 16));
    return QJsonObject{
        {u"message"_s, u"key"_s}, {u"keysym"_s, qint64{keysym}}, {u"code"_s, qint64{code}}, {u"down"_s, down == 1}};
}

} // namespace portlight
