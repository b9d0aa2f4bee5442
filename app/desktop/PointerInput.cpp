// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PointerInput.h"

using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto movePause = 17ms;

} // namespace

PointerInput::PointerInput(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &PointerInput::sendWaiting);
}

int PointerInput::guestMask(Qt::MouseButtons buttons)
{
    m_held = buttons;
    m_ignored &= buttons;
    return PointerButtons::mask(buttons & ~m_ignored);
}

void PointerInput::moved(QPoint position, Qt::MouseButtons buttons)
{
    const int mask = guestMask(buttons);
    if (mask != m_mask) { // a press or release that went elsewhere
        sendWaiting();
        send(position, mask);
        return;
    }
    m_waiting = position;
    m_isWaiting = true;
    if (m_pause.isActive())
        return;
    const auto since = m_lastMove.isValid() ? std::chrono::milliseconds(m_lastMove.elapsed()) : movePause;
    if (since >= movePause)
        sendWaiting();
    else
        m_pause.start(movePause - since);
}

void PointerInput::sendWaiting()
{
    m_pause.stop();
    if (!m_isWaiting)
        return;
    m_isWaiting = false;
    if (m_hasSent && m_waiting == m_position)
        return;
    m_lastMove.start();
    send(m_waiting, m_mask);
}

void PointerInput::buttonsChanged(QPoint position, Qt::MouseButtons buttons)
{
    sendWaiting();
    send(position, guestMask(buttons));
}

void PointerInput::scrolled(QPoint position, Qt::MouseButtons buttons, QPoint pixels, QPoint angle)
{
    sendWaiting();
    const int mask = guestMask(buttons);
    for (const int click : m_wheel.add(pixels, angle)) {
        send(position, mask | click);
        send(position, mask);
    }
}

void PointerInput::releaseAll()
{
    m_ignored = m_held;
    m_isWaiting = false;
    m_pause.stop();
    m_wheel.reset();
    if (m_mask != 0)
        send(m_position, 0);
}

void PointerInput::send(QPoint position, int mask)
{
    m_position = position;
    m_mask = mask;
    m_hasSent = true;
    Q_EMIT pointerChanged(position, mask);
}

} // namespace portlight
