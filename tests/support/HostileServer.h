// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerConnection.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace portlight {

/// A server on loopback that does what a script says, once for each connection, each in a thread of its own.
class HostileServer
{
public:
    using Script = std::function<void(ServerConnection &)>;
    /// PEM files of a TLS server; empty for plain TCP.
    struct Tls
    {
        QByteArray certificate;
        QByteArray key;
    };

    /// Port 0: any free one.
    explicit HostileServer(Script script, Tls tls = {}, quint16 port = 0);
    ~HostileServer();
    HostileServer(const HostileServer &) = delete;
    HostileServer &operator=(const HostileServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// E.g. "ws" gives "ws://127.0.0.1:1234/websockify", "vnc" "vnc://127.0.0.1:1234".
    [[nodiscard]] QString url(const QString &scheme) const;
    [[nodiscard]] int connections() const { return m_connections; }

    /// A script that answers the page request and hands WebSocket connections on.
    [[nodiscard]] static Script webSocket(Script script);

private:
    void acceptAll(int listener);
    void serve(int descriptor);

    Script m_script;
    Tls m_tls;
    quint16 m_port = 0;
    std::atomic_bool m_stopping = false;
    std::atomic_int m_connections = 0;
    std::thread m_acceptor;
};

} // namespace portlight
