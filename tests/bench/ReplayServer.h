// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/RecordedSession.h"

#include <thread>

namespace portlight {

/// Plays a session to one viewer after the other as fast as they take it: loopback TCP, a thread of its own, on the
/// machine's last core.
class ReplayServer
{
public:
    explicit ReplayServer(const RecordedSession &session);
    ~ReplayServer();
    Q_DISABLE_COPY_MOVE(ReplayServer)

    /// 0: it could not listen.
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void serve();
    void serveOne(int viewer) const;

    const RecordedSession &m_session;
    int m_listener = -1;
    quint16 m_port = 0;
    std::thread m_thread;
};

/// Ties the calling thread to a core.
void stayOnCore(int core);
/// Lets it run anywhere again.
void useAllCores();

} // namespace portlight
