// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopLink.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

DesktopLink::DesktopLink(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<portlight::DesktopSession::State>();
    qRegisterMetaType<portlight::StageFailure>("portlight::StageFailure");
    m_thread.setObjectName(u"desktop session"_s);
    m_thread.start();
}

DesktopLink::~DesktopLink()
{
    dropSession();
    m_thread.quit();
    m_thread.wait();
}

void DesktopLink::dropSession()
{
    if (m_session == nullptr)
        return;
    m_session->disconnect(this);
    // Deleted in its own thread, or when that thread ends.
    m_session->deleteLater();
    m_session = nullptr;
}

void DesktopLink::open(const DesktopTarget &target, const HostPointer &host)
{
    dropSession();
    m_session = new DesktopSession;
    m_state = DesktopSession::State::Connecting; // until the session says so itself
    m_session->moveToThread(&m_thread);
    connect(m_session, &DesktopSession::stateChanged, this, [this](DesktopSession::State state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    connect(m_session, &DesktopSession::failed, this, &DesktopLink::failed);
    connect(m_session, &DesktopSession::loginRequired, this, &DesktopLink::loginRequired);
    connect(m_session, &DesktopSession::resized, this, &DesktopLink::resized);
    connect(m_session, &DesktopSession::updated, this, &DesktopLink::updated);
    connect(m_session, &DesktopSession::cursorChanged, this, &DesktopLink::cursorChanged);
    connect(m_session, &DesktopSession::closed, this, &DesktopLink::closed);
    QMetaObject::invokeMethod(m_session, [session = m_session, target, host] { session->open(target, host); });
}

void DesktopLink::close()
{
    dropSession();
    if (m_state == DesktopSession::State::Closed)
        return;
    m_state = DesktopSession::State::Closed;
    Q_EMIT stateChanged(m_state);
}

SharedFramebufferPointer DesktopLink::framebuffer() const
{
    return m_session != nullptr ? m_session->framebuffer() : nullptr;
}

SessionStatistics DesktopLink::statistics() const
{
    return m_session != nullptr ? m_session->statistics() : SessionStatistics{};
}

void DesktopLink::sendLogin(const rfb::Login &login)
{
    if (m_session != nullptr)
        QMetaObject::invokeMethod(m_session, [session = m_session, login] { session->sendLogin(login); });
}

void DesktopLink::sendPointer(QPoint position, int buttons)
{
    if (m_session != nullptr)
        QMetaObject::invokeMethod(
            m_session, [session = m_session, position, buttons] { session->sendPointer(position, buttons); });
}

void DesktopLink::sendKey(quint32 keysym, quint32 scanCode, bool down)
{
    if (m_session != nullptr)
        QMetaObject::invokeMethod(
            m_session, [session = m_session, keysym, scanCode, down] { session->sendKey(keysym, scanCode, down); });
}

} // namespace portlight
