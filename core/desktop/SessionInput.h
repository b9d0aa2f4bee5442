// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/TypedText.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPoint>
#include <QTimer>

#include <functional>
#include <optional>

namespace portlight {

namespace rfb {
class Client;
}

/// Puts pointer and typed text on their way at a pace that a guest can follow: pointer moves at most every 17 ms (as
/// noVNC), of which the last is never lost; buttons and keys at once and in order; typed text a few keys at a time. The
/// session's thread.
class SessionInput final : public QObject
{
    Q_OBJECT

public:
    struct Way
    {
        /// Null when input is not to be sent.
        std::function<rfb::Client *()> client;
        /// Sends what the client has for the server.
        std::function<void()> flush;
        /// The server does not read: what can wait, waits.
        std::function<bool()> isCongested;
    };
    explicit SessionInput(Way way, QObject *parent = nullptr);

    void sendPointer(QPoint position, quint16 buttons);
    void sendKey(quint32 keysym, quint32 scanCode, bool pressed);
    /// Another text takes the place of what is left of an earlier one; an empty one stops it.
    void typeText(const QString &text);
    /// Forgets what waits: another connection, or no input any more.
    void stop();

private:
    void sendWaitingMove();
    void typeSome();

    Way m_way;
    QTimer m_moveTimer;
    QElapsedTimer m_sinceMove;
    std::optional<QPoint> m_waitingMove;
    quint16 m_buttons = 0;
    QTimer m_typeTimer;
    TypedText m_typed;
};

} // namespace portlight
