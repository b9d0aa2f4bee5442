// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SessionInput.h"

#include "rfb/Client.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto moveInterval = 17ms;
constexpr auto typeInterval = 20ms;
constexpr int keysAtOnce = 4;

} // namespace

SessionInput::SessionInput(Way way, QObject *parent)
    : QObject(parent)
    , m_way(std::move(way))
{
    m_moveTimer.setParent(this);
    m_moveTimer.setSingleShot(true);
    m_moveTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_moveTimer, &QTimer::timeout, this, &SessionInput::sendWaitingMove);
    m_typeTimer.setParent(this);
    m_typeTimer.setTimerType(Qt::PreciseTimer);
    m_typeTimer.setInterval(typeInterval);
    connect(&m_typeTimer, &QTimer::timeout, this, &SessionInput::typeSome);
}

void SessionInput::sendPointer(QPoint position, quint16 buttons)
{
    rfb::Client *client = m_way.client();
    if (client == nullptr)
        return;
    if (buttons != m_buttons) {
        // A drag begins or ends where it should: what was on its way goes first.
        if (m_waitingMove && *m_waitingMove != position)
            client->sendPointer(*m_waitingMove, m_buttons);
        m_buttons = buttons;
        m_waitingMove = position;
        return sendWaitingMove();
    }
    m_waitingMove = position;
    if (m_moveTimer.isActive())
        return;
    const std::chrono::milliseconds passed(m_sinceMove.isValid() ? m_sinceMove.elapsed() : moveInterval.count());
    if (passed >= moveInterval && !m_way.isCongested())
        sendWaitingMove();
    else
        m_moveTimer.start(std::max(moveInterval - passed, 1ms));
}

void SessionInput::sendWaitingMove()
{
    if (!m_waitingMove)
        return;
    rfb::Client *client = m_way.client();
    if (client == nullptr)
        return stop();
    // Buttons are never late: only a timer comes here with a congested line.
    if (sender() == &m_moveTimer && m_way.isCongested())
        return m_moveTimer.start(moveInterval);
    m_moveTimer.stop();
    client->sendPointer(*m_waitingMove, m_buttons);
    m_waitingMove.reset();
    m_sinceMove.start();
    m_way.flush();
}

void SessionInput::sendKey(quint32 keysym, quint32 scanCode, bool pressed)
{
    rfb::Client *client = m_way.client();
    if (client == nullptr)
        return;
    // A key goes to what is under the pointer.
    if (m_waitingMove) {
        client->sendPointer(*m_waitingMove, m_buttons);
        m_waitingMove.reset();
    }
    client->sendKey(keysym, scanCode, pressed);
    m_way.flush();
}

void SessionInput::typeText(const QString &text)
{
    m_typed = TypedText(text);
    if (m_typed.isAtEnd() || m_way.client() == nullptr)
        return m_typeTimer.stop();
    m_typeTimer.start();
}

void SessionInput::typeSome()
{
    rfb::Client *client = m_way.client();
    if (client == nullptr)
        return stop();
    if (m_way.isCongested())
        return;
    for (int i = 0; i < keysAtOnce && !m_typed.isAtEnd(); ++i) {
        const TypedText::Key key = m_typed.next();
        if (key.shift)
            client->sendKey(keysym::shiftLeft, 0, true);
        client->sendKey(key.keysym, 0, true);
        client->sendKey(key.keysym, 0, false);
        if (key.shift)
            client->sendKey(keysym::shiftLeft, 0, false);
    }
    if (m_typed.isAtEnd())
        m_typeTimer.stop();
    m_way.flush();
}

void SessionInput::stop()
{
    m_moveTimer.stop();
    m_typeTimer.stop();
    m_waitingMove.reset();
    m_buttons = 0;
    m_typed = {};
}

} // namespace portlight
