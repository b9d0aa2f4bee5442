// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopProbe.h"
#include "desktop/EventWait.h"
#include "desktop/PictureAnalysis.h"
#include "desktop/RfbTransport.h"
#include "rfb/Client.h"

#include <QElapsedTimer>
#include <QNetworkProxy>

#include <future>
#include <memory>

namespace portlight {

/// One climb from `tcp` to `input`, once the target's place is known. Blocks in run(); used once.
class ProbeAttempt final : public rfb::ClientObserver
{
public:
    struct Surroundings
    {
        DesktopTarget target;
        HostPointer host;
        QNetworkProxy proxy;                     ///< For Qt's sockets.
        QDeadlineTimer total;                    ///< Of all attempts.
        QDeadlineTimer deadline;                 ///< Of this attempt.
        std::chrono::milliseconds websocketTime; ///< For the WebSocket to open.
    };

    /// Stage results go into `report`, stage names to `progress`; both must outlive the attempt.
    ProbeAttempt(Surroundings surroundings, const ProbeOptions &options, VerifyReport &report, Progress &progress);
    ~ProbeAttempt() override;

    /// The first failure; nothing when the picture passed. "cancelled" is told by the cancellation.
    [[nodiscard]] std::optional<StageFailure> run();
    /// The last complete picture; null when there was none or no screenshot is wanted.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    /// picture() as PNG where that was made on the way, else empty; once, after run().
    [[nodiscard]] QByteArray takePng() { return m_png.valid() ? m_png.get() : QByteArray(); }
    /// The failure is only that the attempt's time was over.
    [[nodiscard]] bool wasCutShort() const { return m_cutShort; }

private:
    using Outcome = std::optional<StageFailure>;

    Outcome connectTcp();
    void checkHttp();
    [[nodiscard]] std::unique_ptr<RfbTransport> makeTransport();
    Outcome openTransport();
    Outcome awaitVersion();
    Outcome awaitSecurity();
    Outcome awaitInit();
    Outcome awaitFramebuffer();
    Outcome judgePicture();
    void tryInput();

    void enter(Stage stage);
    void leave(StageStatus status, const QString &detail);
    Outcome fail(StageFailure failure);
    /// Waits for the condition, or the end or failure of the connection. Nothing when the condition holds.
    Outcome await(const std::function<bool()> &condition, std::chrono::milliseconds most, const QString &timeoutKey);
    [[nodiscard]] StageFailure connectionFailure() const;
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] QDeadlineTimer within(std::chrono::milliseconds most) const;
    void listenTo(RfbTransport &transport);
    void flush();
    void lookAtPicture();
    [[nodiscard]] QString endpoint() const { return m_around.target.endpoint(); }

    void loginRequired(const rfb::LoginRequest &request) override;
    void serverIdentityOffered(const rfb::ServerIdentity &identity) override;
    void rectangleUpdated(const QRect &rect) override;
    void cursorChanged(const rfb::Cursor &cursor) override;

    Surroundings m_around;
    const ProbeOptions &m_options;
    VerifyReport &m_report;
    Progress &m_progress;
    EventWait m_wait;
    HostSocket m_socket;
    rfb::Client m_client;
    std::unique_ptr<RfbTransport> m_transport;
    Stage m_stage = Stage::Tcp;
    QElapsedTimer m_clock;
    bool m_isOpen = false;
    bool m_cutShort = false;
    std::optional<rfb::LoginRequest> m_loginAsked;
    bool m_somethingChanged = false; ///< Since the picture that was looked at last.
    QDeadlineTimer m_quiet;          ///< Until then nothing may change by itself.
    QString m_tlsProblem;
    QString m_otherProtocol; ///< What was seen instead of HTTP.
    QString m_ending;
    Outcome m_openFailure;
    PictureFinding m_finding;
    QImage m_picture;
    std::future<QByteArray> m_png;
};

} // namespace portlight
