// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ProbeAttempt.h"

#include "desktop/ConnectFailure.h"
#include "desktop/DescriptorTransport.h"
#include "desktop/HttpCheck.h"
#include "desktop/ScreenshotFile.h"
#include "desktop/WebSocketTransport.h"
#include "verdict/FailureText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto tcpTime = 5s;
constexpr auto httpTime = 2s;
constexpr auto greetingTime = 10s;
constexpr auto pictureIdleTime = 10s; ///< No further part of the picture for so long: it will not come.
constexpr auto settleTime = 2s;       ///< A session that has just started paints a moment later.
/// Something that changes within this time is somebody else's doing: one frame of a film at 30 per second is 33.4 ms.
constexpr auto quietTime = 34ms;
constexpr auto inputTime = 3s;

rfb::ClientSettings settingsFor(const DesktopTarget &target, const ProbeOptions &options)
{
    rfb::ClientSettings settings;
    settings.login.user = target.userName;
    settings.login.password = options.password.isNull() ? target.password : options.password;
    settings.serverName = target.host;
    settings.trustedIdentities = target.trustedIdentities;
    settings.repeaterId = target.repeaterId;
    return settings;
}

} // namespace

ProbeAttempt::ProbeAttempt(Surroundings surroundings, const ProbeOptions &options, VerifyReport &report,
                           Progress &progress)
    : m_around(std::move(surroundings))
    , m_options(options)
    , m_report(report)
    , m_progress(progress)
    , m_wait(progress.cancellation())
    , m_client(*this, settingsFor(m_around.target, options))
{
}

ProbeAttempt::~ProbeAttempt()
{
    if (m_transport)
        m_transport->close();
}

std::optional<StageFailure> ProbeAttempt::run()
{
    if (Outcome failure = connectTcp())
        return failure;
    checkHttp();
    using Step = Outcome (ProbeAttempt::*)();
    constexpr Step steps[] = {&ProbeAttempt::openTransport,    &ProbeAttempt::awaitVersion,
                              &ProbeAttempt::awaitSecurity,    &ProbeAttempt::awaitInit,
                              &ProbeAttempt::awaitFramebuffer, &ProbeAttempt::judgePicture};
    for (const Step step : steps) {
        if (Outcome failure = (this->*step)())
            return failure;
    }
    tryInput();
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::connectTcp()
{
    enter(Stage::Tcp);
    Result<HostSocket> socket = m_around.host->connectTcp(m_around.target.host, m_around.target.port, within(tcpTime),
                                                          m_progress.cancellation());
    if (!socket) {
        m_cutShort = m_around.deadline.hasExpired();
        return fail(connectFailure(socket.error(), endpoint()));
    }
    m_socket = std::move(*socket);
    leave(StageStatus::Passed, endpoint());
    return std::nullopt;
}

void ProbeAttempt::checkHttp()
{
    enter(Stage::Http);
    if (m_around.target.transport == DesktopTarget::Transport::Rfb)
        return leave(StageStatus::Skipped,
                     QCoreApplication::translate("ProbeAttempt", "The port speaks RFB without HTTP."));
    // A silent server must leave most of the time to the WebSocket.
    const auto share = std::chrono::milliseconds(m_around.deadline.remainingTime() / 4);
    const QDeadlineTimer deadline = within(std::min<std::chrono::milliseconds>(httpTime, share));
    HttpAnswer answer;
    if (m_around.target.isSecure()) {
        m_socket.close();
        HttpCheck::TlsAnswer result = HttpCheck::askOverTls(m_around.target, m_around.proxy, deadline, m_wait);
        answer = result.answer;
        m_tlsProblem = result.tlsProblem;
    } else {
        answer = HttpCheck::ask(m_around.target, std::exchange(m_socket, {}), deadline, m_progress.cancellation());
    }
    if (answer.isNoVnc())
        return leave(StageStatus::Passed, m_around.target.pagePath);
    if (!m_tlsProblem.isEmpty())
        return leave(StageStatus::Skipped,
                     QCoreApplication::translate("ProbeAttempt", "No TLS connection: %1").arg(tamedText(m_tlsProblem)));
    if (answer.isOtherProtocol())
        m_otherProtocol = answer.sight();
    const StageFailure warning = stageFailure(Stage::Http, u"http.not-novnc"_s, {endpoint(), answer.sight()});
    leave(StageStatus::Warned,
          warning.id + u": "_s +
              (answer.isHttp() ? warning.summary
                               : QCoreApplication::translate("ProbeAttempt", "The answer is %1.").arg(answer.sight())));
}

std::unique_ptr<RfbTransport> ProbeAttempt::makeTransport()
{
    if (m_around.target.transport == DesktopTarget::Transport::Rfb)
        return std::make_unique<DescriptorTransport>(std::move(m_socket));
    return std::make_unique<WebSocketTransport>(m_around.target, m_around.proxy);
}

void ProbeAttempt::listenTo(RfbTransport &transport)
{
    QObject::connect(&transport, &RfbTransport::opened, &transport, [this] { m_isOpen = true; });
    QObject::connect(&transport, &RfbTransport::failed, &transport,
                     [this](const StageFailure &failure) { m_openFailure = failure; });
    QObject::connect(&transport, &RfbTransport::received, &transport, [this](const QByteArray &bytes) {
        m_client.receive(bytes);
        flush();
    });
    QObject::connect(&transport, &RfbTransport::ended, &transport, [this](const QString &sentence) {
        if (!m_client.failure())
            m_ending = sentence;
        m_client.connectionClosed();
    });
}

ProbeAttempt::Outcome ProbeAttempt::openTransport()
{
    enter(Stage::Websocket);
    if (!m_otherProtocol.isEmpty())
        return fail(stageFailure(Stage::Websocket, u"websocket.rejected@answer"_s, {endpoint(), m_otherProtocol}));
    m_transport = makeTransport();
    listenTo(*m_transport);
    m_transport->open();
    if (Outcome failure = await([this] { return m_isOpen; }, m_around.websocketTime, u"websocket.timeout"_s))
        return failure;
    if (m_around.target.transport == DesktopTarget::Transport::Rfb)
        leave(StageStatus::Skipped,
              QCoreApplication::translate("ProbeAttempt", "The port speaks RFB without a WebSocket."));
    else
        leave(StageStatus::Passed, m_around.target.display);
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::awaitVersion()
{
    enter(Stage::RfbVersion);
    const auto passed = [this] {
        return m_client.stage() > rfb::Stage::Version;
    };
    if (Outcome failure = await(passed, greetingTime, u"rfb.no-banner"_s))
        return failure;
    leave(StageStatus::Passed, m_client.banner());
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::awaitSecurity()
{
    enter(Stage::RfbSecurity);
    const auto passed = [this] {
        return m_loginAsked || m_client.stage() > rfb::Stage::Security;
    };
    if (Outcome failure = await(passed, greetingTime, u"rfb.malformed@silent"_s))
        return failure;
    if (m_loginAsked)
        return fail(stageFailure(Stage::RfbSecurity,
                                 m_loginAsked->needsUser ? u"auth.required@user"_s : u"auth.required"_s, {endpoint()}));
    leave(StageStatus::Passed, m_client.securityTypeName());
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::awaitInit()
{
    enter(Stage::RfbInit);
    const auto passed = [this] {
        return m_client.stage() > rfb::Stage::Init;
    };
    if (Outcome failure = await(passed, greetingTime, u"rfb.malformed@silent"_s))
        return failure;
    leave(StageStatus::Passed, u"%1, %2×%3"_s.arg(tamedText(m_client.name(), 80))
                                   .arg(m_client.framebuffer().width())
                                   .arg(m_client.framebuffer().height()));
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::awaitFramebuffer()
{
    enter(Stage::Framebuffer);
    // As long as parts of it come, a slow connection gets all the time there is.
    m_around.deadline = m_around.total;
    while (!m_client.isComplete()) {
        const double coverage = m_client.coverage();
        const auto changed = [&] {
            return m_client.isComplete() || m_client.coverage() != coverage;
        };
        if (Outcome failure = await(changed, pictureIdleTime, u"framebuffer.timeout"_s))
            return failure;
    }
    leave(StageStatus::Passed, QCoreApplication::translate("ProbeAttempt", "%1 updates").arg(m_client.updateCount()));
    return std::nullopt;
}

ProbeAttempt::Outcome ProbeAttempt::judgePicture()
{
    enter(Stage::Picture);
    m_somethingChanged = false;
    lookAtPicture();
    const QDeadlineTimer settled = within(settleTime);
    while (!m_finding.isDesktop() && !isOver()) {
        m_somethingChanged = false;
        if (!m_wait.until([this] { return m_somethingChanged || isOver(); }, settled))
            break;
        lookAtPicture();
    }
    const QString size = u"%1×%2"_s.arg(m_finding.size.width()).arg(m_finding.size.height());
    if (!m_finding.isDesktop())
        return fail(stageFailure(Stage::Picture, m_finding.failureId(), {endpoint(), size}));
    leave(StageStatus::Passed,
          QCoreApplication::translate("ProbeAttempt", "%1 pixels, %2 colours").arg(size).arg(m_finding.distinctColors));
    return std::nullopt;
}

void ProbeAttempt::lookAtPicture()
{
    const rfb::Framebuffer &frame = m_client.framebuffer();
    if (!m_client.isComplete())
        return;
    // What happens while we look is handled afterwards, and counts: the time need not be spent twice.
    m_quiet = QDeadlineTimer(quietTime, Qt::PreciseTimer);
    m_finding = analysePicture({frame.row(0), frame.width(), frame.height(), frame.width()});
    m_report.desktop = DesktopFacts{tamedText(m_client.name(), 200),
                                    frame.width(),
                                    frame.height(),
                                    m_finding.kind == PictureFinding::Kind::Blank,
                                    m_finding.distinctColors,
                                    {}};
    if (!m_options.screenshot.isEmpty())
        m_picture = QImage(frame.bytes(), frame.width(), frame.height(), frame.stride(), QImage::Format_RGB32).copy();
}

void ProbeAttempt::tryInput()
{
    enter(Stage::Input);
    if (!m_options.input || m_around.target.viewOnly)
        return leave(StageStatus::Skipped, QCoreApplication::translate("ProbeAttempt", "Input was switched off."));
    // The wait is long enough for it, and the picture is final now. Without a thread to spare it is made later.
    if (!m_picture.isNull())
        m_png = std::async(std::launch::async | std::launch::deferred, ScreenshotFile::encode, m_picture);
    const auto disturbed = [this] {
        return m_somethingChanged || isOver();
    };
    if (m_wait.until(disturbed, std::min(m_quiet, m_around.deadline)) && !isOver())
        return leave(StageStatus::Skipped,
                     QCoreApplication::translate("ProbeAttempt",
                                                 "The picture changes by itself: another viewer may be using it."));
    const QPoint centre = m_client.framebuffer().bounds().center();
    const quint64 updates = m_client.updateCount();
    m_client.sendPointer(centre + QPoint(4, 3), 0);
    m_client.sendPointer(centre, 0);
    m_client.requestUpdate(false, QRect(centre, QSize(16, 16)));
    flush();
    const auto answered = [&] {
        return m_client.updateCount() > updates || isOver();
    };
    if (m_wait.until(answered, within(inputTime)) && !isOver())
        return leave(StageStatus::Passed,
                     QCoreApplication::translate("ProbeAttempt", "The desktop answers after the pointer was moved."));
    const StageFailure warning = stageFailure(Stage::Input, u"input.no-response"_s, {endpoint()});
    leave(StageStatus::Warned, warning.id + u": "_s + warning.summary);
}

void ProbeAttempt::enter(Stage stage)
{
    m_stage = stage;
    m_clock.start();
    m_progress.setDetail(stageTitle(stage));
}

void ProbeAttempt::leave(StageStatus status, const QString &detail)
{
    m_report.setStage({m_stage, status, std::chrono::milliseconds(m_clock.elapsed()), detail});
}

ProbeAttempt::Outcome ProbeAttempt::fail(StageFailure failure)
{
    m_stage = failure.stage;
    leave(StageStatus::Failed, failure.summary);
    return failure;
}

ProbeAttempt::Outcome ProbeAttempt::await(const std::function<bool()> &condition, std::chrono::milliseconds most,
                                          const QString &timeoutKey)
{
    (void)m_wait.until([&] { return condition() || isOver(); }, within(most));
    if (condition())
        return std::nullopt;
    if (isOver())
        return fail(connectionFailure());
    m_cutShort = m_around.deadline.hasExpired();
    return fail(stageFailure(m_stage, timeoutKey, {endpoint(), stageTitle(m_stage)}));
}

StageFailure ProbeAttempt::connectionFailure() const
{
    if (m_openFailure) {
        // A server that does not speak TLS closes; Qt only says that it was closed.
        if (m_openFailure->id == "websocket.closed"_L1 && !m_tlsProblem.isEmpty())
            return stageFailure(Stage::Websocket, u"tls.failed"_s, {endpoint(), m_tlsProblem});
        StageFailure failure = *m_openFailure;
        failure.stage = m_stage;
        return failure;
    }
    if (m_client.failure())
        return rfbFailure(*m_client.failure(), endpoint(), m_ending);
    return stageFailure(Stage::Framebuffer, u"framebuffer.timeout@closed"_s, {endpoint(), m_ending});
}

bool ProbeAttempt::isOver() const
{
    return m_openFailure || !m_ending.isEmpty() || m_client.failure();
}

QDeadlineTimer ProbeAttempt::within(std::chrono::milliseconds most) const
{
    const QDeadlineTimer own(most);
    return own < m_around.deadline ? own : m_around.deadline;
}

void ProbeAttempt::flush()
{
    if (m_transport && m_client.hasOutput())
        m_transport->send(m_client.takeOutput());
}

void ProbeAttempt::loginRequired(const rfb::LoginRequest &request)
{
    m_loginAsked = request;
}

/// Nobody is there to compare fingerprints.
void ProbeAttempt::serverIdentityOffered(const rfb::ServerIdentity & /*identity*/)
{
    m_client.acceptServerIdentity(false);
}

void ProbeAttempt::rectangleUpdated(const QRect & /*rect*/)
{
    m_somethingChanged = true;
}

void ProbeAttempt::cursorChanged(const rfb::Cursor & /*cursor*/)
{
    m_somethingChanged = true;
}

} // namespace portlight
