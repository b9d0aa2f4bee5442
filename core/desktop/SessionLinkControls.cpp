// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do and choose while a session runs.
#include "desktop/SessionLink.h"

namespace portlight {

using State = DesktopSession::State;

bool SessionLink::isRunning() const
{
    return m_state == State::Live || m_state == State::WaitingForPicture;
}

rfb::Client *SessionLink::clientForInput() const
{
    return isRunning() && !m_viewOnly ? m_client.get() : nullptr;
}

void SessionLink::setViewOnly(bool on)
{
    m_viewOnly = on;
    if (on)
        m_input.stop();
    applyClipboardDirections();
}

void SessionLink::setClipboardDirections(bool toGuest, bool fromGuest)
{
    m_clipboardToGuest = toGuest;
    m_clipboardFromGuest = fromGuest;
    applyClipboardDirections();
}

void SessionLink::applyClipboardDirections()
{
    if (m_client)
        m_client->setClipboardDirections(m_clipboardToGuest && !m_viewOnly, m_clipboardFromGuest && !m_viewOnly);
}

void SessionLink::offerClipboard(const QString &text)
{
    rfb::Client *client = clientForInput();
    if (client == nullptr || !m_clipboardToGuest)
        return;
    if (!client->offerClipboard(text))
        Q_EMIT m_session.clipboardRefused(text.toUtf8().size(), true);
    flush();
}

void SessionLink::setQuality(const PictureQuality &quality)
{
    if (quality == m_quality.wish())
        return;
    const bool hadLoss = m_quality.levels().quality.has_value();
    m_quality.setWish(quality);
    applyQuality();
    // What is there with loss comes anew without.
    if (isRunning() && hadLoss && quality.mode == PictureQuality::Mode::Lossless)
        m_client->requestUpdate(false);
    flush();
}

void SessionLink::applyQuality()
{
    m_qualityChanged = false;
    m_meter.setQuality(m_quality.text());
    if (m_client)
        m_client->setQuality(m_quality.levels().quality, m_quality.levels().compression);
}

void SessionLink::setShown(bool shown)
{
    m_isShown = shown;
    if (!shown)
        m_pulse.stop();
    else if (!m_pulse.isActive() && isRunning())
        m_pulse.start();
}

void SessionLink::measureRoundTrip()
{
    if (m_pingPending || !isRunning() || !m_client->ping(m_pingToken + 1))
        return;
    ++m_pingToken;
    m_pingPending = true;
    m_meter.beginRoundTrip();
    flush();
}

} // namespace portlight
