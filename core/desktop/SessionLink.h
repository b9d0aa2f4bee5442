// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopSession.h"
#include "desktop/QualityGovernor.h"
#include "desktop/RfbTransport.h"
#include "desktop/SessionEvents.h"
#include "desktop/SessionInput.h"
#include "desktop/SessionRecording.h"
#include "desktop/StatisticsMeter.h"
#include "hosts/HostProxy.h"
#include "rfb/Client.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>
#include <memory>

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
    void answerIdentity(bool accepted);
    void setViewOnly(bool on);
    void setClipboardDirections(bool toGuest, bool fromGuest);
    void offerClipboard(const QString &text);
    void setQuality(const PictureQuality &quality);
    void setShown(bool shown);
    void setTimeLimits(const SessionTimeLimits &limits) { m_timeLimits = limits; }
    [[nodiscard]] SessionInput &input() { return m_input; }
    [[nodiscard]] SessionRecording &recording() { return m_recording; }
    /// Null when no desktop is there.
    [[nodiscard]] rfb::Client *runningClient() const { return isRunning() ? m_client.get() : nullptr; }
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
    void handleOpenFailure(const StageFailure &failure);
    void answerTransportIdentity(bool accepted);
    void handleTimeout();
    void dropConnection();
    void setState(DesktopSession::State state);
    void later(SessionEvents::Kind kind, std::function<void()> tell) { m_events.add(kind, std::move(tell)); }
    [[nodiscard]] rfb::ClientSettings clientSettings();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] std::optional<qint64> readDirectly(const RfbTransport::Fill &fill);
    void decode(QByteArrayView bytes);
    /// What has come out of the bytes that came in since then.
    void measure(qint64 begin);
    void tellProgress();
    void goLiveWhenComplete();
    void applyQuality();
    void applyClipboardDirections();
    void measureRoundTrip();

    void stateChanged(rfb::ClientState state) override;
    void loginRequired(const rfb::LoginRequest &request) override;
    void serverIdentityOffered(const rfb::ServerIdentity &identity) override;
    void initialised(QSize size, const QString &name, const rfb::PixelFormat &format) override;
    void rectangleUpdated(const QRect &rect) override;
    void rectangleDecoded(rfb::Encoding encoding, QSize size) override;
    void encodingUsed(rfb::Encoding encoding) override;
    void updateFinished() override;
    void resized(QSize size) override;
    void resizeAnswered(rfb::ResizeStatus status) override;
    void bell() override;
    void serverCutText(const QString &text) override;
    void cutTextRefused(qint64 bytes) override;
    void ledStateChanged(const rfb::LedState &state) override;
    void abilitiesChanged(const rfb::ServerAbilities &abilities) override;
    void powerRefused() override;
    void pong(quint64 token) override;
    void nameChanged(const QString &name) override;
    void cursorChanged(const rfb::Cursor &cursor) override;

    DesktopSession &m_session;
    SharedFramebufferPointer m_framebuffer;
    StatisticsMeter m_meter;
    DesktopSession::State m_state = DesktopSession::State::Closed;
    DesktopTarget m_target;
    HostPointer m_host;
    /// wss failed only because nobody vouches for the server, and a person has been asked.
    struct TransportQuestion
    {
        QByteArray sha256;
        StageFailure failure;
    };
    std::optional<TransportQuestion> m_transportQuestion;
    std::unique_ptr<HostProxy> m_proxy;
    std::unique_ptr<rfb::Client> m_client;
    SessionRecording m_recording; ///< Uses the client.
    std::unique_ptr<RfbTransport> m_transport;
    std::unique_ptr<QObject> m_connector;
    SessionTimeLimits m_timeLimits;
    QTimer m_limit;
    SessionEvents m_events;
    SessionInput m_input;
    QualityGovernor m_quality;
    bool m_qualityChanged = false;
    bool m_inUpdate = false; ///< A part of an update has come, and not all of it.
    QElapsedTimer m_clock;
    QTimer m_pulse;
    quint64 m_pingToken = 0;
    bool m_pingPending = false;
    bool m_isShown = true;
    QRect m_dirty; ///< Not told yet.
    QElapsedTimer m_sinceTold;
    QElapsedTimer m_sinceBell;
    double m_coverage = 0;
    QHash<qint32, qint64> m_pixels; ///< By encoding, not counted yet.
    bool m_viewOnly = false;
    bool m_clipboardToGuest = true;
    bool m_clipboardFromGuest = true;
};

} // namespace portlight
