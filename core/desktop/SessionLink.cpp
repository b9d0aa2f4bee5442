// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SessionLink.h"

#include "desktop/ConnectFailure.h"
#include "desktop/DescriptorTransport.h"
#include "desktop/HostConnector.h"
#include "desktop/WebSocketTransport.h"
#include "verdict/FailureText.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QThread>

#include <algorithm>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

using State = DesktopSession::State;

namespace {

/// The framebuffer stays locked while so much is decoded: a painter waits for it.
constexpr qsizetype bytesAtOnce = 64 * 1024;

constexpr auto pulseTime = 1s;
/// More than a clipboard text and some thousands of messages: a server that leaves so much unread is not reading.
constexpr qint64 largestBacklog = 8 << 20;
/// Moves and typed text wait for a server that has left so much unread.
constexpr qint64 congestedBacklog = 64 * 1024;
/// A large update is shown as it grows, so often.
constexpr qint64 growthInterval = 50; // milliseconds
constexpr int mostThreads = 4;

/// As far as one can tell beforehand; its own networks are RFC 1918's and such.
QualityGovernor::Distance distanceTo(const QString &server, const Host &host)
{
    using Distance = QualityGovernor::Distance;
    if (!host.isThisMachine())
        return Distance::Far;
    const QHostAddress address(server);
    if (address.isLoopback() || server.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return Distance::ThisMachine;
    const bool isNear =
        address.isLinkLocal() || address.isUniqueLocalUnicast() || address.isInSubnet(QHostAddress(u"10.0.0.0"_s), 8) ||
        address.isInSubnet(QHostAddress(u"172.16.0.0"_s), 12) || address.isInSubnet(QHostAddress(u"192.168.0.0"_s), 16);
    return isNear ? Distance::Near : Distance::Far;
}

/// Ends a sender that may be on the call stack.
template <typename Sender>
void retire(std::unique_ptr<Sender> &sender)
{
    if (sender)
        sender.release()->deleteLater();
}

} // namespace

SessionLink::SessionLink(DesktopSession &session)
    : QObject(&session)
    , m_session(session)
    , m_framebuffer(std::make_shared<SharedFramebuffer>())
    , m_recording(session)
    , m_input({[this] { return clientForInput(); }, [this] { flush(); },
               [this] {
                   return m_transport && m_transport->unsentBytes() > congestedBacklog;
               }},
              this)
{
    m_clock.start();
    m_limit.setParent(this);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &SessionLink::handleTimeout);
    m_pulse.setParent(this);
    m_pulse.setInterval(pulseTime);
    connect(&m_pulse, &QTimer::timeout, this, &SessionLink::measureRoundTrip);
}

SessionLink::~SessionLink()
{
    // Deleted here and now: at the end of a thread nobody is left to do it later.
    if (m_transport)
        m_transport->disconnect(this);
    m_transport.reset();
    m_connector.reset();
    const std::unique_lock lock(m_framebuffer->mutex());
    m_framebuffer->setSource(nullptr);
}

rfb::ClientSettings SessionLink::clientSettings()
{
    rfb::ClientSettings settings;
    settings.login.user = m_target.userName;
    settings.login.password = std::exchange(m_target.password, {});
    settings.serverName = m_target.host;
    settings.trustedIdentities = m_target.trustedIdentities;
    settings.repeaterId = m_target.repeaterId;
    settings.shared = m_target.shared;
    settings.decodeThreads = std::clamp(QThread::idealThreadCount(), 1, mostThreads) - 1;
    settings.qualityLevel = m_quality.levels().quality;
    settings.compressionLevel = m_quality.levels().compression;
    return settings;
}

void SessionLink::open(const DesktopTarget &target, const HostPointer &host)
{
    dropConnection();
    m_target = target;
    m_host = host;
    m_viewOnly = m_viewOnly || target.viewOnly;
    m_coverage = 0;
    m_inUpdate = false;
    m_quality.begin(distanceTo(target.host, *host));
    m_meter.reset();
    m_meter.setQuality(m_quality.text());
    {
        const std::unique_lock lock(m_framebuffer->mutex());
        m_client = std::make_unique<rfb::Client>(*this, clientSettings());
        m_framebuffer->setSource(&m_client->framebuffer());
    }
    applyClipboardDirections();
    setState(State::Connecting);
    m_limit.start(m_timeLimits.connect);
    openTransport(host);
}

void SessionLink::openTransport(const HostPointer &host)
{
    if (m_target.transport == DesktopTarget::Transport::Rfb) {
        auto connector = std::make_unique<HostConnector>();
        connect(connector.get(), &HostConnector::connected, this, [this](const std::shared_ptr<HostSocket> &socket) {
            use(std::make_unique<DescriptorTransport>(std::move(*socket)));
        });
        connect(connector.get(), &HostConnector::failed, this,
                [this](const Error &error) { fail(connectFailure(error, m_target.endpoint())); });
        connector->start(host, m_target, m_timeLimits.connect);
        m_connector = std::move(connector);
        return;
    }
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (!host->isThisMachine()) {
        auto started = HostProxy::start(host);
        if (!started)
            return fail(connectFailure(started.error(), m_target.endpoint()));
        m_proxy = std::move(*started);
        proxy = m_proxy->proxy();
    }
    use(std::make_unique<WebSocketTransport>(m_target, proxy));
}

void SessionLink::use(std::unique_ptr<RfbTransport> transport)
{
    m_transport = std::move(transport);
    connect(m_transport.get(), &RfbTransport::opened, this, [this] {
        setState(State::Negotiating);
        m_limit.start(m_timeLimits.greeting);
    });
    connect(m_transport.get(), &RfbTransport::received, this, &SessionLink::receive);
    m_transport->setDirectReader([this](const RfbTransport::Fill &fill) { return readDirectly(fill); });
    connect(m_transport.get(), &RfbTransport::failed, this, &SessionLink::handleOpenFailure);
    connect(m_transport.get(), &RfbTransport::ended, this, &SessionLink::handleEnd);
    m_transport->open();
}

void SessionLink::close()
{
    if (m_state == State::Closed)
        return;
    dropConnection();
    setState(State::Closed);
}

void SessionLink::dropConnection()
{
    m_limit.stop();
    m_pulse.stop();
    m_input.stop();
    m_recording.stop();
    m_transportQuestion.reset();
    m_events.clear();
    m_dirty = {};
    m_pixels.clear();
    m_pingPending = false;
    m_qualityChanged = false;
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->close();
    }
    if (m_connector)
        m_connector->disconnect(this);
    retire(m_transport);
    retire(m_connector);
    m_proxy.reset();
}

void SessionLink::sendLogin(const rfb::Login &login)
{
    if (m_state != State::WaitingForLogin)
        return;
    setState(State::Negotiating);
    m_limit.start(m_timeLimits.greeting);
    m_client->provideLogin(login);
    finishReceiving();
}

void SessionLink::answerIdentity(bool accepted)
{
    if (m_state != State::WaitingForTrust)
        return;
    if (m_transportQuestion)
        return answerTransportIdentity(accepted);
    setState(State::Negotiating);
    m_limit.start(m_timeLimits.greeting);
    m_client->acceptServerIdentity(accepted);
    finishReceiving();
}

void SessionLink::handleOpenFailure(const StageFailure &failure)
{
    const std::optional<rfb::ServerIdentity> identity = m_transport->untrustedIdentity();
    if (!identity || failure.id != "tls.untrusted"_L1)
        return fail(failure);
    const TransportQuestion question{identity->sha256, failure};
    dropConnection();
    m_transportQuestion = question;
    setState(State::WaitingForTrust);
    Q_EMIT m_session.identityQuestion(*identity);
}

/// The certificate cannot be accepted any more where the question came up: the connection is made anew.
void SessionLink::answerTransportIdentity(bool accepted)
{
    const TransportQuestion question = *std::exchange(m_transportQuestion, {});
    if (!accepted)
        return fail(question.failure);
    m_target.trustedIdentities.append(question.sha256);
    setState(State::Connecting);
    m_limit.start(m_timeLimits.connect);
    openTransport(m_host);
}

void SessionLink::flush()
{
    if (m_transport && m_client && m_client->hasOutput())
        m_transport->send(m_client->takeOutput());
}

void SessionLink::receive(const QByteArray &bytes)
{
    m_meter.addBytes(bytes.size());
    // What is told may close the session or open it anew: then the rest belongs to nobody.
    const rfb::Client *client = m_client.get();
    const RfbTransport *transport = m_transport.get();
    for (qsizetype at = 0; at < bytes.size(); at += bytesAtOnce) {
        if (client != m_client.get() || transport != m_transport.get())
            return;
        decode(QByteArrayView(bytes).sliced(at, std::min(bytesAtOnce, bytes.size() - at)));
        finishReceiving();
    }
}

/// Raw pixels go from the socket into the picture without a stop.
std::optional<qint64> SessionLink::readDirectly(const RfbTransport::Fill &fill)
{
    const qint64 begin = m_clock.nsecsElapsed();
    qint64 count = 0;
    {
        const std::unique_lock lock(m_framebuffer->mutex());
        const auto pieces = m_client->directPieces();
        if (pieces.empty())
            return std::nullopt;
        count = fill(pieces);
        if (count > 0)
            m_client->directReceived(count);
    }
    if (count <= 0)
        return count;
    m_meter.addBytes(count);
    m_quality.addBytes(count, std::chrono::nanoseconds(begin));
    measure(begin);
    finishReceiving();
    return count;
}

void SessionLink::decode(QByteArrayView bytes)
{
    const qint64 begin = m_clock.nsecsElapsed();
    m_quality.addBytes(bytes.size(), std::chrono::nanoseconds(begin));
    {
        const std::unique_lock lock(m_framebuffer->mutex());
        m_client->receive(bytes);
    }
    measure(begin);
}

void SessionLink::measure(qint64 begin)
{
    // Fences and other messages between two updates: the wait for the next update tells nothing of the speed.
    if (!m_inUpdate)
        m_quality.skipBytes();
    m_meter.addDecodeTime(std::chrono::nanoseconds(m_clock.nsecsElapsed() - begin));
    for (auto each = m_pixels.begin(); each != m_pixels.end(); ++each)
        m_meter.addPixels(rfb::encodingName(each.key()), each.value());
    m_pixels.clear();
    if (!m_dirty.isEmpty() && m_sinceTold.hasExpired(growthInterval))
        later(SessionEvents::Kind::Updated, [this] { tellProgress(); });
}

void SessionLink::finishReceiving()
{
    if (m_qualityChanged)
        applyQuality();
    flush();
    const auto events = m_events.take();
    const rfb::Client *client = m_client.get();
    for (const auto &tell : events) {
        tell();
        if (client != m_client.get() || !m_transport)
            return;
    }
    if (m_client->failure())
        return fail(rfbFailure(*m_client->failure(), m_target.endpoint(), {}));
    if (m_transport && m_transport->unsentBytes() > largestBacklog)
        handleEnd(QCoreApplication::translate("DesktopSession", "The server does not read what is sent to it."));
}

void SessionLink::handleEnd(const QString &sentence)
{
    if (m_state == State::Live) {
        dropConnection();
        setState(State::Closed);
        Q_EMIT m_session.closed(sentence);
        return;
    }
    m_client->connectionClosed();
    m_events.clear();
    if (m_client->failure())
        fail(rfbFailure(*m_client->failure(), m_target.endpoint(), sentence));
    else
        fail(stageFailure(Stage::Framebuffer, u"framebuffer.timeout@closed"_s, {m_target.endpoint(), sentence}));
}

void SessionLink::fail(const StageFailure &failure)
{
    // A copy: the argument may belong to what is dropped.
    const StageFailure kept = failure;
    dropConnection();
    setState(State::Failed);
    Q_EMIT m_session.failed(kept);
}

void SessionLink::handleTimeout()
{
    const QString endpoint = m_target.endpoint();
    if (m_state == State::Connecting)
        return fail(stageFailure(Stage::Websocket, u"websocket.timeout"_s, {endpoint}));
    if (m_state == State::WaitingForPicture)
        return fail(stageFailure(Stage::Framebuffer, u"framebuffer.timeout"_s, {endpoint}));
    const Stage stage = stageOf(m_client->stage());
    // A server may have said that the login failed and then neither why nor good-bye.
    m_client->connectionClosed();
    m_events.clear();
    if (m_client->failure() && m_client->failure()->id.startsWith("auth."_L1))
        return fail(rfbFailure(*m_client->failure(), endpoint, {}));
    const QString key = stage == Stage::RfbVersion ? u"rfb.no-banner"_s : u"rfb.malformed@silent"_s;
    fail(stageFailure(stage, key, {endpoint, stageTitle(stage)}));
}

void SessionLink::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT m_session.stateChanged(state);
}

} // namespace portlight
