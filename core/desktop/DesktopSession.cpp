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

void DesktopSession::answerIdentity(bool /*accepted*/) {}

void DesktopSession::sendPointer(QPoint position, int buttons)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendPointer(position, quint16(buttons & 0x1ff));
    m_link->flush();
}

void DesktopSession::sendKey(quint32 keysym, quint32 scanCode, bool down)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendKey(keysym, scanCode, down);
    m_link->flush();
}

void DesktopSession::offerClipboard(const QString &text)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->offerClipboard(text);
    m_link->flush();
}

void DesktopSession::typeText(const QString & /*text*/) {}

void DesktopSession::requestSize(QSize size)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->setDesktopSize(size);
    m_link->flush();
}

void DesktopSession::sendPower(rfb::PowerAction /*action*/) {}

void DesktopSession::setQuality(const PictureQuality & /*quality*/) {}

void DesktopSession::startRecording(const QString & /*file*/) {}

void DesktopSession::stopRecording() {}

void DesktopSession::setViewOnly(bool on)
{
    m_link->setViewOnly(on);
}

} // namespace portlight
