// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/InputSender.h"

#include "rfb/Fence.h"

#include <QtEndian>

#include <algorithm>

namespace portlight::rfb {

namespace {

constexpr quint16 plainButtons = 0x7f;
constexpr quint16 allButtons = 0x7fff;
constexpr int largestEdge = 65535;

} // namespace

void InputSender::sendPointer(QPoint position, quint16 buttons)
{
    const Framebuffer &framebuffer = m_context.framebuffer;
    const QPoint clipped(std::clamp(position.x(), 0, framebuffer.width() - 1),
                         std::clamp(position.y(), 0, framebuffer.height() - 1));
    const bool isPlain = (buttons & allButtons & ~plainButtons) == 0;
    if (isPlain || !m_context.abilities.extendedButtons)
        m_context.output += pointerMessage(clipped, quint8(buttons & plainButtons));
    else
        m_context.output += extendedPointerMessage(clipped, quint16(buttons & allButtons));
}

void InputSender::sendKey(quint32 keysym, quint32 scanCode, bool pressed)
{
    if (m_context.abilities.extendedKeys && scanCode != 0)
        m_context.output += extendedKeyMessage(keysym, scanCode, pressed);
    else
        m_context.output += keyMessage(keysym, pressed);
}

bool InputSender::offerClipboard(const QString &text)
{
    if (m_context.clipboard.isTooLarge(text))
        return false;
    m_context.output += m_context.clipboard.offer(text);
    return true;
}

void InputSender::sendPower(quint8 action)
{
    if (m_context.abilities.power)
        m_context.output += xvpMessage(action);
}

bool InputSender::ping(quint64 token)
{
    if (!m_context.abilities.fence)
        return false;
    QByteArray payload(sizeof token, '\0');
    qToBigEndian(token, payload.data());
    m_context.output += fenceMessage(fence::request, payload);
    return true;
}

void InputSender::setQuality(std::optional<int> qualityLevel, std::optional<int> compressionLevel)
{
    if (m_context.qualityLevel == qualityLevel && m_context.compressionLevel == compressionLevel)
        return;
    m_context.qualityLevel = qualityLevel;
    m_context.compressionLevel = compressionLevel;
    m_context.sendEncodings();
}

bool InputSender::setDesktopSize(QSize size)
{
    const bool possible =
        size.width() > 0 && size.height() > 0 && size.width() <= largestEdge && size.height() <= largestEdge;
    if (!m_context.abilities.resize || !possible)
        return false;
    // One screen over all of it; the first one's id says which.
    const Screen known = m_context.screens.isEmpty() ? Screen{} : m_context.screens.first();
    m_context.output += setDesktopSizeMessage(size, {Screen{known.id, QRect(QPoint(0, 0), size), known.flags}});
    return true;
}

} // namespace portlight::rfb
