// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "hosts/Host.h"

#include <QNetworkProxy>

#include <memory>

namespace portlight {

/// Lets Qt's own network classes (QWebSocket, QNetworkAccessManager, QSslSocket) reach what a host reaches: a SOCKS5
/// server (RFC 1928, RFC 1929) on loopback inside this process whose far side is Host::connectTcp. It takes only
/// clients that know a random password, so no other process can use it. Works in threads of its own; any thread may
/// call it.
class HostProxy
{
public:
    /// Starts listening. Error: "proxy.failed".
    [[nodiscard]] static Result<std::unique_ptr<HostProxy>> start(HostPointer host);
    /// Ends all its connections.
    ~HostProxy();
    HostProxy(const HostProxy &) = delete;
    HostProxy &operator=(const HostProxy &) = delete;

    /// For setProxy() of Qt's classes.
    [[nodiscard]] QNetworkProxy proxy() const;

private:
    class Server;
    explicit HostProxy(std::unique_ptr<Server> server);
    std::unique_ptr<Server> m_server;
};

} // namespace portlight
