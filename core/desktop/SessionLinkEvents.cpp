// SPDX-License-Identifier: GPL-3.0-or-later
// What the RFB client tells a session. All of it comes with the framebuffer locked.
#include "desktop/CursorImage.h"
#include "desktop/SessionLink.h"
#include "verdict/FailureText.h"

namespace portlight {

using State = DesktopSession::State;
using Kind = SessionEvents::Kind;

namespace {

constexpr qint64 bellInterval = 100; // milliseconds

} // namespace

void SessionLink::stateChanged(rfb::ClientState state)
{
    if (state != rfb::ClientState::Running)
        return;
    later(Kind::Each, [this] {
        m_limit.start(m_timeLimits.picture);
        setState(State::WaitingForPicture);
        if (m_isShown)
            m_pulse.start();
    });
}

void SessionLink::loginRequired(const rfb::LoginRequest &request)
{
    rfb::LoginRequest asked = request;
    asked.isEncrypted = asked.isEncrypted || m_target.isSecure();
    later(Kind::Each, [this, request = asked] {
        m_limit.stop(); // A person may take any time; the server decides how long.
        setState(State::WaitingForLogin);
        Q_EMIT m_session.loginRequired(request);
    });
}

void SessionLink::serverIdentityOffered(const rfb::ServerIdentity &identity)
{
    later(Kind::Each, [this, identity] {
        m_limit.stop();
        setState(State::WaitingForTrust);
        Q_EMIT m_session.identityQuestion(identity);
    });
}

void SessionLink::initialised(QSize size, const QString &name, const rfb::PixelFormat & /*format*/)
{
    later(Kind::Each, [this, size, name] {
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
    m_inUpdate = true;
}

void SessionLink::rectangleDecoded(rfb::Encoding encoding, QSize size)
{
    m_pixels[qint32(encoding)] += qint64(size.width()) * size.height();
}

void SessionLink::updateFinished()
{
    m_meter.addUpdate();
    m_inUpdate = false;
    if (m_quality.endUpdate(std::chrono::nanoseconds(m_clock.nsecsElapsed())))
        m_qualityChanged = true;
    later(Kind::Updated, [this] { tellProgress(); });
}

/// A server may take its time for the first picture, as long as it gets on with it.
void SessionLink::goLiveWhenComplete()
{
    if (m_state != State::WaitingForPicture)
        return;
    if (m_client->isComplete()) {
        m_limit.stop();
        setState(State::Live);
    } else if (const double coverage = m_client->coverage(); coverage != m_coverage) {
        m_coverage = coverage;
        m_limit.start(m_timeLimits.picture);
    }
}

void SessionLink::tellProgress()
{
    goLiveWhenComplete();
    m_sinceTold.start();
    if (const QRect area = std::exchange(m_dirty, {}); !area.isEmpty())
        Q_EMIT m_session.updated(area);
}

void SessionLink::resized(QSize size)
{
    m_dirty = {};
    m_coverage = 0;
    later(Kind::Resized, [this, size] { Q_EMIT m_session.resized(size); });
}

void SessionLink::resizeAnswered(rfb::ResizeStatus status)
{
    later(Kind::Answer, [this, status] { Q_EMIT m_session.resizeAnswered(status); });
}

void SessionLink::bell()
{
    if (m_sinceBell.isValid() && !m_sinceBell.hasExpired(bellInterval))
        return;
    m_sinceBell.start();
    later(Kind::Bell, [this] { Q_EMIT m_session.bell(); });
}

void SessionLink::serverCutText(const QString &text)
{
    later(Kind::Text, [this, text] { Q_EMIT m_session.clipboardReceived(text); });
}

void SessionLink::cutTextRefused(qint64 bytes)
{
    later(Kind::Text, [this, bytes] { Q_EMIT m_session.clipboardRefused(bytes, false); });
}

void SessionLink::ledStateChanged(const rfb::LedState &state)
{
    later(Kind::Leds, [this, state] { Q_EMIT m_session.ledStateChanged(state); });
}

void SessionLink::abilitiesChanged(const rfb::ServerAbilities &abilities)
{
    later(Kind::Abilities, [this, abilities] {
        Q_EMIT m_session.abilitiesChanged(abilities);
        if (abilities.fence && m_pulse.isActive())
            measureRoundTrip();
    });
}

void SessionLink::powerRefused()
{
    later(Kind::Power, [this] { Q_EMIT m_session.powerRefused(); });
}

void SessionLink::pong(quint64 token)
{
    if (token != m_pingToken || !std::exchange(m_pingPending, false))
        return;
    m_meter.endRoundTrip();
}

void SessionLink::nameChanged(const QString &name)
{
    later(Kind::Name, [this, name] { Q_EMIT m_session.nameChanged(tamedText(name)); });
}

void SessionLink::cursorChanged(const rfb::Cursor &cursor)
{
    later(Kind::Cursor, [this, image = cursorImage(cursor), hotspot = cursor.hotspot] {
        Q_EMIT m_session.cursorChanged(image, hotspot);
    });
}

} // namespace portlight
