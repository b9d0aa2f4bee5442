// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopSession.h"

#include <QThread>

namespace portlight {

/// The window's end of a desktop session: the session lives in a thread of this object, its signals arrive here in
/// the GUI thread. Each open() makes a new session, so nothing of an earlier connection can arrive late.
class DesktopLink : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLink(QObject *parent = nullptr);
    /// Closes and waits for the thread.
    ~DesktopLink() override;

    /// `quality` holds from the first picture on.
    void open(const DesktopTarget &target, const HostPointer &host, const PictureQuality &quality = {});
    void close();
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] DesktopSession::State state() const { return m_state; }
    /// Null while closed.
    [[nodiscard]] SharedFramebufferPointer framebuffer() const;
    [[nodiscard]] SessionStatistics statistics() const;

    // As DesktopSession's slots of these names; without effect while closed.
    void sendLogin(const rfb::Login &login);
    void answerIdentity(bool accepted);
    void sendPointer(QPoint position, int buttons);
    void sendKey(quint32 keysym, quint32 scanCode, bool down);
    void offerClipboard(const QString &text);
    void setClipboardDirections(bool toGuest, bool fromGuest);
    void typeText(const QString &text);
    void requestSize(QSize size);
    void sendPower(rfb::PowerAction action);
    void setQuality(const PictureQuality &quality);
    void setShown(bool shown);
    void setViewOnly(bool on);
    void startRecording(const QString &file);
    void stopRecording();

Q_SIGNALS:
    void stateChanged(portlight::DesktopSession::State state);
    void failed(const portlight::StageFailure &failure);
    void loginRequired(const portlight::rfb::LoginRequest &request);
    void identityQuestion(const portlight::rfb::ServerIdentity &identity);
    void resized(QSize size);
    void updated(QRect area);
    void nameChanged(const QString &name);
    void cursorChanged(const QImage &image, QPoint hotspot);
    void bell();
    void clipboardReceived(const QString &text);
    void clipboardRefused(qint64 bytes, bool toGuest);
    void ledStateChanged(const portlight::rfb::LedState &state);
    void abilitiesChanged(const portlight::rfb::ServerAbilities &abilities);
    void resizeAnswered(portlight::rfb::ResizeStatus status);
    void powerRefused();
    void recordingChanged(const QString &file, const QString &problem);
    void closed(const QString &reason);

private:
    void connectSession();
    void dropSession();
    template <typename Slot, typename... Arguments>
    void call(Slot slot, const Arguments &...arguments)
    {
        if (m_session != nullptr)
            QMetaObject::invokeMethod(m_session,
                                      [session = m_session, slot, arguments...] { (session->*slot)(arguments...); });
    }

    QThread m_thread;
    DesktopSession *m_session = nullptr;
    DesktopSession::State m_state = DesktopSession::State::Closed;
};

} // namespace portlight
