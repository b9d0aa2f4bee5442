// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SessionRecording.h"

#include "desktop/DesktopSession.h"

#include <QCoreApplication>

namespace portlight {

void SessionRecording::start(const QString &file, rfb::Client *client)
{
    if (m_recorder) {
        m_recorder->disconnect();
        m_recorder.reset();
    }
    if (client == nullptr) {
        Q_EMIT m_session.recordingChanged(
            {}, QCoreApplication::translate("SessionRecorder", "The desktop is not connected; nothing is recorded."));
        return;
    }
    auto recorder = SessionRecorder::start(file, *client);
    if (!recorder) {
        Q_EMIT m_session.recordingChanged({}, recorder.error().text());
        return;
    }
    m_recorder = std::move(*recorder);
    QObject::connect(m_recorder.get(), &SessionRecorder::finished, &m_session, [this](const QString &problem) {
        m_recorder.release()->deleteLater(); // it is speaking
        Q_EMIT m_session.recordingChanged({}, problem);
    });
    Q_EMIT m_session.recordingChanged(file, {});
}

void SessionRecording::stop()
{
    if (m_recorder)
        m_recorder->stop();
}

} // namespace portlight
