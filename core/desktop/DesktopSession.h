// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/PictureQuality.h"
#include "desktop/SessionStatistics.h"
#include "desktop/SessionTimeLimits.h"
#include "desktop/SharedFramebuffer.h"
#include "hosts/Host.h"
#include "rfb/Client.h"
#include "verdict/StageFailure.h"

#include <QImage>
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QSize>

#include <memory>

namespace portlight {

class SessionLink;

/// A live connection to one desktop: bytes from a WebSocket or TCP connection through the RFB client into a
/// framebuffer, and input back. Event-driven; lives in any thread that has an event loop (the viewer gives it one of
/// its own) and never blocks it. All slots and signals belong to that thread, unless a function says otherwise.
/// Answers to `password` may come any time later. One object may be opened again after it was closed or failed.
class DesktopSession : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,            ///< Not opened yet, or closed by close() or by the server.
        Connecting,        ///< TCP, TLS, WebSocket.
        Negotiating,       ///< RFB version, security, init.
        WaitingForTrust,   ///< identityQuestion was sent; go on with answerIdentity().
        WaitingForLogin,   ///< loginRequired was sent; go on with sendLogin().
        WaitingForPicture, ///< The first complete picture is under way.
        Live,              ///< A complete picture has been shown.
        Failed,            ///< See failed().
    };
    Q_ENUM(State)

    explicit DesktopSession(QObject *parent = nullptr);
    ~DesktopSession() override;

    [[nodiscard]] State state() const;
    /// The same object for the session's whole life. Any thread may ask and read.
    [[nodiscard]] SharedFramebufferPointer framebuffer() const;
    /// Any thread.
    [[nodiscard]] SessionStatistics statistics() const;

    /// Counts from the next open() on.
    void setTimeLimits(const SessionTimeLimits &limits);

public Q_SLOTS:
    /// Connects as seen from `host`; closes what was open before.
    void open(const portlight::DesktopTarget &target, const portlight::HostPointer &host);
    void close();
    /// The answer to loginRequired. Kept no longer than the handshake.
    void sendLogin(const portlight::rfb::Login &login);
    /// The answer to identityQuestion. Whoever wants it remembered adds it to DesktopTarget::trustedIdentities.
    void answerIdentity(bool accepted);
    /// `position` in the desktop's pixels; `buttons` as rfb::Client has them (bit 0 left ... 7 back, 8 forward).
    void sendPointer(QPoint position, int buttons);
    /// An X11 keysym (RFC 6143, 7.5.4) and the key's XT scan code, 0 when unknown.
    void sendKey(quint32 keysym, quint32 scanCode, bool down);
    /// The text is on our clipboard; it is sent as the server can take it.
    void offerClipboard(const QString &text);
    /// Which way clipboard texts may go; both at first. A direction that is closed forgets what was offered.
    void setClipboardDirections(bool toGuest, bool fromGuest);
    /// Types the text as key presses, for guests without a clipboard; a few keys at a time, so that none is lost.
    /// Another text takes the place of what is left of an earlier one; an empty one stops it, as do close() and view
    /// only.
    void typeText(const QString &text);
    /// Asks the guest for another desktop size; resizeAnswered tells what came of it.
    void requestSize(QSize size);
    void sendPower(portlight::rfb::PowerAction action);
    void setQuality(const portlight::PictureQuality &quality);
    /// Somebody looks at the desktop: the round trip is measured about once a second. On at first.
    void setShown(bool shown);
    /// No pointer, keys, clipboard, size or power while it is on.
    void setViewOnly(bool on);
    /// Records what the server sends from now on into a new file (desktop/SessionRecorder.h), in place of an earlier
    /// recording; recordingChanged() tells what came of it. An existing file is an error.
    void startRecording(const QString &file);
    /// The end of the connection stops it too. recordingChanged() comes when the file is whole.
    void stopRecording();

Q_SIGNALS:
    void stateChanged(portlight::DesktopSession::State state);
    void failed(const portlight::StageFailure &failure);
    void loginRequired(const portlight::rfb::LoginRequest &request);
    void identityQuestion(const portlight::rfb::ServerIdentity &identity);
    void resized(QSize size);
    /// What changed since the last one, as one rectangle: at most one for each server update, and now and then one more
    /// while a large one is under way.
    void updated(QRect area);
    void nameChanged(const QString &name);
    /// A null image: the server draws no cursor of its own.
    void cursorChanged(const QImage &image, QPoint hotspot);
    void bell();
    void clipboardReceived(const QString &text);
    /// A clipboard text was too large to be sent (`toGuest`) or taken; of so many bytes, about.
    void clipboardRefused(qint64 bytes, bool toGuest);
    void ledStateChanged(const portlight::rfb::LedState &state);
    void abilitiesChanged(const portlight::rfb::ServerAbilities &abilities);
    void resizeAnswered(portlight::rfb::ResizeStatus status);
    /// The guest does not take power actions (XVP).
    void powerRefused();
    /// Empty: nothing is being recorded. A recording that cannot go on ends with a sentence in `problem`.
    void recordingChanged(const QString &file, const QString &problem);
    /// The server ended the connection after the desktop was live; `reason` is one translated sentence.
    void closed(const QString &reason);

private:
    std::unique_ptr<SessionLink> m_link;
};

} // namespace portlight
