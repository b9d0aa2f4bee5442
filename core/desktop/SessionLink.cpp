// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SessionLink.h"

#include "desktop/ConnectFailure.h"
#include "desktop/DescriptorTransport.h"
#include "desktop/HostConnector.h"
#include "desktop/WebSocketTransport.h"
#include "verdict/FailureText.h"

#include <algorithm>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

using State = DesktopSession::State;

namespace {

constexpr auto connectTime = 10s;
constexpr auto greetingTime = 10s;
constexpr auto pictureIdleTime = 20s;
/// The framebuffer stays locked while so much is decoded: a painter waits for it.
constexpr qsizetype bytesAtOnce = 64 * 1024;

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
{
    m_limit.setParent(this);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &SessionLink::handleTimeout);
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

void SessionLink::open(const DesktopTarget &target, const HostPointer &host)
{
    dropConnection();
    m_target = target;
    rfb::ClientSettings settings;
    settings.login.password = target.password;
    settings.shared = target.shared;
    m_target.password.clear();
    m_viewOnly = m_viewOnly || target.viewOnly;
    {
        const std::unique_lock lock(m_framebuffer->mutex());
        m_client = std::make_unique<rfb::Client>(*this, settings);
        m_framebuffer->setSource(&m_client->framebuffer());
    }
    setState(State::Connecting);
    m_limit.start(connectTime);
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
        connector->start(host, m_target, connectTime);
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
        m_limit.start(greetingTime);
    });
    connect(m_transport.get(), &RfbTransport::received, this, &SessionLink::receive);
    connect(m_transport.get(), &RfbTransport::failed, this, &SessionLink::fail);
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
    m_events.clear();
    m_dirty = {};
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
    m_limit.start(greetingTime);
    m_client->provideLogin(login);
    finishReceiving();
}

rfb::Client *SessionLink::clientForInput() const
{
    const bool running = m_state == State::Live || m_state == State::WaitingForPicture;
    return running && !m_viewOnly ? m_client.get() : nullptr;
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
        {
            const std::unique_lock lock(m_framebuffer->mutex());
            m_client->receive(QByteArrayView(bytes).sliced(at, std::min(bytesAtOnce, bytes.size() - at)));
        }
        finishReceiving();
    }
}

void SessionLink::finishReceiving()
{
    flush();
    const auto events = std::exchange(m_events, {});
    const rfb::Client *client = m_client.get();
    for (const auto &tell : events) {
        tell();
        if (client != m_client.get() || !m_transport)
            return;
    }
    if (m_client->failure())
        fail(rfbFailure(*m_client->failure(), m_target.endpoint(), {}));
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

void SessionLink::stateChanged(rfb::ClientState state)
{
    if (state == rfb::ClientState::Running) {
        later([this] {
            m_limit.start(pictureIdleTime);
            setState(State::WaitingForPicture);
        });
    }
}

void SessionLink::loginRequired(const rfb::LoginRequest &request)
{
    later([this, request] {
        m_limit.stop(); // A person may take any time; the server decides how long.
        setState(State::WaitingForLogin);
        Q_EMIT m_session.loginRequired(request);
    });
}

void SessionLink::initialised(QSize size, const QString &name, const rfb::PixelFormat & /*format*/)
{
    later([this, size, name] {
        Q_EMIT m_session.resized(size);
        Q_EMIT m_session.nameChanged(tamedText(name));
    });
}

void SessionLink::encodingUsed(rfb::Encoding encoding)
{
    m_meter.addEncoding(rfb::encodingName(qint32(encoding)));
}

void SessionLink::rectangleUpdated(const QRect &rect)
{
    m_dirty |= rect;
}

void SessionLink::updateFinished()
{
    m_meter.addUpdate();
    later([this, area = std::exchange(m_dirty, {}), complete = m_client->isComplete()] {
        if (m_state == State::WaitingForPicture) {
            m_limit.start(pictureIdleTime);
            if (complete) {
                m_limit.stop();
                setState(State::Live);
            }
        }
        if (!area.isEmpty())
            Q_EMIT m_session.updated(area);
    });
}

void SessionLink::resized(QSize size)
{
    m_dirty = {};
    later([this, size] { Q_EMIT m_session.resized(size); });
}

void SessionLink::bell()
{
    later([this] { Q_EMIT m_session.bell(); });
}

void SessionLink::serverCutText(const QString &text)
{
    later([this, text] { Q_EMIT m_session.clipboardReceived(text); });
}

void SessionLink::nameChanged(const QString &name)
{
    later([this, name] { Q_EMIT m_session.nameChanged(tamedText(name)); });
}

void SessionLink::cursorChanged(const rfb::Cursor &cursor)
{
    QImage image;
    if (!cursor.size.isEmpty()) {
        image = QImage(reinterpret_cast<const uchar *>(cursor.pixels.constData()), cursor.size.width(),
                       cursor.size.height(), cursor.size.width() * 4, QImage::Format_ARGB32_Premultiplied)
                    .copy();
    }
    later([this, image, hotspot = cursor.hotspot] { Q_EMIT m_session.cursorChanged(image, hotspot); });
}

} // namespace portlight
