// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SessionRecorder.h"

#include <memory>

namespace portlight {

class DesktopSession;

/// The recording of a DesktopSession, if there is one; has the session say what becomes of it. The session's thread.
class SessionRecording
{
public:
    explicit SessionRecording(DesktopSession &session)
        : m_session(session)
    {
    }

    /// An earlier one ends. Without a client there is nothing to be recorded yet.
    void start(const QString &file, rfb::Client *client);
    /// Does nothing when nothing is recorded. The client is not used any more afterwards.
    void stop();

private:
    DesktopSession &m_session;
    std::unique_ptr<SessionRecorder> m_recorder;
};

} // namespace portlight
