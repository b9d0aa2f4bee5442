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

void DesktopLink::open(const DesktopTarget &target, const HostPointer &host, const PictureQuality &quality)
{
    dropSession();
    m_session = new DesktopSession;
    m_state = DesktopSession::State::Connecting; // until the session says so itself
    m_session->moveToThread(&m_thread);
    connectSession();
    // First: once the client is made, it would go out only with the next change.
    call(&DesktopSession::setQuality, quality);
    call(&DesktopSession::open, target, host);
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

void DesktopLink::connectSession()
{
    connect(m_session, &DesktopSession::stateChanged, this, [this](DesktopSession::State state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    const auto forward = [this](auto from, auto to) {
        connect(m_session, from, this, to);
    };
    forward(&DesktopSession::failed, &DesktopLink::failed);
    forward(&DesktopSession::loginRequired, &DesktopLink::loginRequired);
    forward(&DesktopSession::identityQuestion, &DesktopLink::identityQuestion);
    forward(&DesktopSession::resized, &DesktopLink::resized);
    forward(&DesktopSession::updated, &DesktopLink::updated);
    forward(&DesktopSession::nameChanged, &DesktopLink::nameChanged);
    forward(&DesktopSession::cursorChanged, &DesktopLink::cursorChanged);
    forward(&DesktopSession::bell, &DesktopLink::bell);
    forward(&DesktopSession::clipboardReceived, &DesktopLink::clipboardReceived);
    forward(&DesktopSession::clipboardRefused, &DesktopLink::clipboardRefused);
    forward(&DesktopSession::ledStateChanged, &DesktopLink::ledStateChanged);
    forward(&DesktopSession::abilitiesChanged, &DesktopLink::abilitiesChanged);
    forward(&DesktopSession::resizeAnswered, &DesktopLink::resizeAnswered);
    forward(&DesktopSession::powerRefused, &DesktopLink::powerRefused);
    forward(&DesktopSession::recordingChanged, &DesktopLink::recordingChanged);
    forward(&DesktopSession::closed, &DesktopLink::closed);
}

void DesktopLink::sendLogin(const rfb::Login &login)
{
    call(&DesktopSession::sendLogin, login);
}

void DesktopLink::answerIdentity(bool accepted)
{
    call(&DesktopSession::answerIdentity, accepted);
}

void DesktopLink::sendPointer(QPoint position, int buttons)
{
    call(&DesktopSession::sendPointer, position, buttons);
}

void DesktopLink::sendKey(quint32 keysym, quint32 scanCode, bool down)
{
    call(&DesktopSession::sendKey, keysym, scanCode, down);
}

void DesktopLink::offerClipboard(const QString &text)
{
    call(&DesktopSession::offerClipboard, text);
}

void DesktopLink::setClipboardDirections(bool toGuest, bool fromGuest)
{
    call(&DesktopSession::setClipboardDirections, toGuest, fromGuest);
}

void DesktopLink::typeText(const QString &text)
{
    call(&DesktopSession::typeText, text);
}

void DesktopLink::requestSize(QSize size)
{
    call(&DesktopSession::requestSize, size);
}

void DesktopLink::sendPower(rfb::PowerAction action)
{
    call(&DesktopSession::sendPower, action);
}

void DesktopLink::setQuality(const PictureQuality &quality)
{
    call(&DesktopSession::setQuality, quality);
}

void DesktopLink::setShown(bool shown)
{
    call(&DesktopSession::setShown, shown);
}

void DesktopLink::setViewOnly(bool on)
{
    call(&DesktopSession::setViewOnly, on);
}

void DesktopLink::startRecording(const QString &file)
{
    call(&DesktopSession::startRecording, file);
}

void DesktopLink::stopRecording()
{
    call(&DesktopSession::stopRecording);
}

} // namespace portlight
