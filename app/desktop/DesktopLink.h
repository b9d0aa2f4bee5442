// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopSession.h"

#include <QThread>

namespace portlight {

/// The window's end of a desktop session: the session lives in a thread of this object, its signals arrive here in
/// the GUI thread. Each open() makes a new session, so nothing of an earlier connection can arrive late.
class DesktopLink : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLink(QObject *parent = nullptr);
    /// Closes and waits for the thread.
    ~DesktopLink() override;

    void open(const DesktopTarget &target, const HostPointer &host);
    void close();
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] DesktopSession::State state() const { return m_state; }
    /// Null while closed.
    [[nodiscard]] SharedFramebufferPointer framebuffer() const;
    [[nodiscard]] SessionStatistics statistics() const;

    void sendLogin(const rfb::Login &login);
    void sendPointer(QPoint position, int buttons);
    void sendKey(quint32 keysym, quint32 scanCode, bool down);

Q_SIGNALS:
    void stateChanged(portlight::DesktopSession::State state);
    void failed(const portlight::StageFailure &failure);
    void loginRequired(const portlight::rfb::LoginRequest &request);
    void resized(QSize size);
    void updated(QRect area);
    void cursorChanged(const QImage &image, QPoint hotspot);
    void closed(const QString &reason);

private:
    void dropSession();

    QThread m_thread;
    DesktopSession *m_session = nullptr;
    DesktopSession::State m_state = DesktopSession::State::Closed;
};

} // namespace portlight
