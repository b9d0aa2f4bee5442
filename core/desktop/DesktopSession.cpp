// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"

#include "desktop/SessionLink.h"

namespace portlight {

DesktopSession::DesktopSession(QObject *parent)
    : QObject(parent)
    , m_link(std::make_unique<SessionLink>(*this))
{
}

DesktopSession::~DesktopSession() = default;

DesktopSession::State DesktopSession::state() const
{
    return m_link->state();
}

SharedFramebufferPointer DesktopSession::framebuffer() const
{
    return m_link->framebuffer();
}

SessionStatistics DesktopSession::statistics() const
{
    return m_link->statistics();
}

void DesktopSession::setTimeLimits(const SessionTimeLimits &limits)
{
    m_link->setTimeLimits(limits);
}

void DesktopSession::open(const DesktopTarget &target, const HostPointer &host)
{
    m_link->open(target, host);
}

void DesktopSession::close()
{
    m_link->close();
}

void DesktopSession::sendLogin(const rfb::Login &login)
{
    m_link->sendLogin(login);
}

void DesktopSession::answerIdentity(bool accepted)
{
    m_link->answerIdentity(accepted);
}

void DesktopSession::sendPointer(QPoint position, int buttons)
{
    constexpr int known = 0x1ff;
    m_link->input().sendPointer(position, quint16(buttons & known));
}

void DesktopSession::sendKey(quint32 keysym, quint32 scanCode, bool down)
{
    m_link->input().sendKey(keysym, scanCode, down);
}

void DesktopSession::offerClipboard(const QString &text)
{
    m_link->offerClipboard(text);
}

void DesktopSession::setClipboardDirections(bool toGuest, bool fromGuest)
{
    m_link->setClipboardDirections(toGuest, fromGuest);
}

void DesktopSession::typeText(const QString &text)
{
    m_link->input().typeText(text);
}

void DesktopSession::requestSize(QSize size)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->setDesktopSize(size);
    m_link->flush();
}

void DesktopSession::sendPower(rfb::PowerAction action)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendPower(action);
    m_link->flush();
}

void DesktopSession::setQuality(const PictureQuality &quality)
{
    m_link->setQuality(quality);
}

void DesktopSession::setShown(bool shown)
{
    m_link->setShown(shown);
}

void DesktopSession::startRecording(const QString &file)
{
    m_link->recording().start(file, m_link->runningClient());
}

void DesktopSession::stopRecording()
{
    m_link->recording().stop();
}

void DesktopSession::setViewOnly(bool on)
{
    m_link->setViewOnly(on);
}

} // namespace portlight
