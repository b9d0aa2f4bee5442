// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopSession.h"
#include "desktop/RfbTransport.h"
#include "desktop/StatisticsMeter.h"
#include "hosts/HostProxy.h"
#include "rfb/Client.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace portlight {

/// What is behind a DesktopSession: transport, RFB client and time limits. Collects what the client tells while the
/// framebuffer is locked and has the session say it afterwards, so that nobody is called with the lock held.
/// The session's thread, except framebuffer() and statistics().
class SessionLink final : public QObject, public rfb::ClientObserver
{
    Q_OBJECT

public:
    explicit SessionLink(DesktopSession &session);
    ~SessionLink() override;

    [[nodiscard]] DesktopSession::State state() const { return m_state; }
    [[nodiscard]] SharedFramebufferPointer framebuffer() const { return m_framebuffer; }
    [[nodiscard]] SessionStatistics statistics() const { return m_meter.statistics(); }

    void open(const DesktopTarget &target, const HostPointer &host);
    void close();
    void sendLogin(const rfb::Login &login);
    void setViewOnly(bool on) { m_viewOnly = on; }
    /// Null when input is not to be sent.
    [[nodiscard]] rfb::Client *clientForInput() const;
    /// Sends what the client has for the server.
    void flush();

private:
    void openTransport(const HostPointer &host);
    void use(std::unique_ptr<RfbTransport> transport);
    void receive(const QByteArray &bytes);
    void finishReceiving();
    void handleEnd(const QString &sentence);
    void fail(const StageFailure &failure);
    void handleTimeout();
    void dropConnection();
    void setState(DesktopSession::State state);
    void later(std::function<void()> tell) { m_events.push_back(std::move(tell)); }

    void stateChanged(rfb::ClientState state) override;
    void loginRequired(const rfb::LoginRequest &request) override;
    void initialised(QSize size, const QString &name, const rfb::PixelFormat &format) override;
    void rectangleUpdated(const QRect &rect) override;
    void encodingUsed(rfb::Encoding encoding) override;
    void updateFinished() override;
    void resized(QSize size) override;
    void bell() override;
    void serverCutText(const QString &text) override;
    void nameChanged(const QString &name) override;
    void cursorChanged(const rfb::Cursor &cursor) override;

    DesktopSession &m_session;
    SharedFramebufferPointer m_framebuffer;
    StatisticsMeter m_meter;
    DesktopSession::State m_state = DesktopSession::State::Closed;
    DesktopTarget m_target;
    std::unique_ptr<HostProxy> m_proxy;
    std::unique_ptr<rfb::Client> m_client;
    std::unique_ptr<RfbTransport> m_transport;
    std::unique_ptr<QObject> m_connector;
    QTimer m_limit;
    std::vector<std::function<void()>> m_events;
    QRect m_dirty;
    bool m_viewOnly = false;
};

} // namespace portlight
