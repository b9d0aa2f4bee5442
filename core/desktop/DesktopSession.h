// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/SessionStatistics.h"
#include "desktop/SharedFramebuffer.h"
#include "hosts/Host.h"
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
        Closed,             ///< Not opened yet, or closed by close() or by the server.
        Connecting,         ///< TCP, TLS, WebSocket.
        Negotiating,        ///< RFB version, security, init.
        WaitingForPassword, ///< passwordRequired was sent; go on with sendPassword().
        WaitingForPicture,  ///< The first complete picture is under way.
        Live,               ///< A complete picture has been shown.
        Failed,             ///< See failed().
    };
    Q_ENUM(State)

    explicit DesktopSession(QObject *parent = nullptr);
    ~DesktopSession() override;

    [[nodiscard]] State state() const;
    /// The same object for the session's whole life. Any thread may ask and read.
    [[nodiscard]] SharedFramebufferPointer framebuffer() const;
    /// Any thread.
    [[nodiscard]] SessionStatistics statistics() const;

public Q_SLOTS:
    /// Connects as seen from `host`; closes what was open before.
    void open(const portlight::DesktopTarget &target, const portlight::HostPointer &host);
    void close();
    /// The answer to passwordRequired. Kept no longer than the handshake.
    void sendPassword(const QByteArray &password);
    /// `position` in the desktop's pixels; `buttons` as RFB has them (bit 0 left, 1 middle, 2 right, 3 and 4 wheel).
    void sendPointer(QPoint position, int buttons);
    /// An X11 keysym, see RFC 6143, 7.5.4.
    void sendKey(quint32 keysym, bool down);
    void sendClipboard(const QString &text);
    /// No pointer, keys or clipboard while it is on.
    void setViewOnly(bool on);

Q_SIGNALS:
    void stateChanged(portlight::DesktopSession::State state);
    void failed(const portlight::StageFailure &failure);
    void passwordRequired();
    void resized(QSize size);
    /// What changed since the last one, as one rectangle per server update.
    void updated(QRect area);
    void nameChanged(const QString &name);
    /// A null image: the server draws no cursor of its own.
    void cursorChanged(const QImage &image, QPoint hotspot);
    void bell();
    void clipboardReceived(const QString &text);
    /// The server ended the connection after the desktop was live; `reason` is one translated sentence.
    void closed(const QString &reason);

private:
    std::unique_ptr<SessionLink> m_link;
};

} // namespace portlight
