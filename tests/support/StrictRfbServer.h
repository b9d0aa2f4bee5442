// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HostileServer.h"
#include "support/StrictSecurity.h"

#include <QImage>

#include <functional>
#include <mutex>

namespace portlight {

/// An RFB 3.8 server that rejects whatever a real one would, for what no server of Debian's speaks. Offers one security
/// type. Any thread; the object must outlive the HostileServer that has its script.
class StrictRfbServer
{
public:
    /// What happens after ServerInit; returns when the client has gone. A sentence: what the client did wrong.
    using Session = std::function<QString(ServerConnection &)>;

    explicit StrictRfbServer(StrictOptions options, Session session = {}, QSize size = {800, 600});

    /// One connection, from the banner on; for HostileServer and HostileServer::webSocket().
    [[nodiscard]] HostileServer::Script script();
    /// What clients did wrong, since the start.
    [[nodiscard]] QStringList problems() const;
    /// Clients that came past ServerInit.
    [[nodiscard]] int logins() const { return m_logins; }

private:
    void serve(ServerConnection &connection);
    [[nodiscard]] bool greet(ServerConnection &connection);
    [[nodiscard]] bool logIn(ServerConnection &connection);
    void initialise(ServerConnection &connection);
    void note(const QString &problem);

    const StrictOptions m_options;
    const Session m_session;
    const QSize m_size;
    std::atomic_int m_logins = 0;
    mutable std::mutex m_mutex;
    QStringList m_problems;
};

} // namespace portlight
