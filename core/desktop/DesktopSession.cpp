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

void DesktopSession::sendPassword(const QByteArray &password)
{
    m_link->sendPassword(password);
}

void DesktopSession::sendPointer(QPoint position, int buttons)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendPointer(position, quint8(buttons & 0xff));
    m_link->flush();
}

void DesktopSession::sendKey(quint32 keysym, bool down)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendKey(keysym, down);
    m_link->flush();
}

void DesktopSession::sendClipboard(const QString &text)
{
    if (rfb::Client *client = m_link->clientForInput())
        client->sendCutText(text);
    m_link->flush();
}

void DesktopSession::setViewOnly(bool on)
{
    m_link->setViewOnly(on);
}

} // namespace portlight
