// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientObserver.h"
#include "rfb/ClientSettings.h"
#include "rfb/DirectPiece.h"
#include "rfb/Framebuffer.h"
#include "rfb/Keyframe.h"
#include "rfb/StreamTap.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <span>

namespace portlight::rfb {

class ClientPrivate;

/// What XVP can ask for (rfbproto, "xvp Client Message").
enum class PowerAction { Shutdown = 2, Reboot = 3, Reset = 4 };

/// An RFB client without a socket (RFC 6143): bytes of the server go into receive() in any pieces, bytes for the server
/// come out of takeOutput(), and a ClientObserver hears what happened. It never blocks and holds no timers; one thread
/// at a time.
///
///     socket.readyRead:  client.receive(socket.readAll()); socket.write(client.takeOutput());
///     socket closed:     client.connectionClosed();
///
/// Everything the server says is checked; what breaks the protocol ends in state Failed with a Failure.
class Client
{
public:
    /// The observer must outlive the client.
    explicit Client(ClientObserver &observer, ClientSettings settings = {});
    ~Client();
    Q_DISABLE_COPY_MOVE(Client)

    /// Takes bytes from the server; ignored once Failed or Closed. Take the output afterwards.
    void receive(QByteArrayView bytes);
    /// Where the next bytes from the server may be put without receive(), by readv() for example: straight into the
    /// framebuffer. Empty where that is not possible. Good until the next call of anything else; the bytes come right
    /// after those given to receive().
    [[nodiscard]] std::span<const DirectPiece> directPieces();
    /// So many bytes have been put there, from the first piece on; goes on as receive() does.
    void directReceived(qsizetype count);
    /// The transport has ended. Before Running this is a failure (rfb.no-banner, rfb.not-rfb, rfb.refused or
    /// rfb.malformed); later the state becomes Closed.
    void connectionClosed();
    /// Whom to tell what has been decoded; null: nobody. It must outlive the client or be taken away.
    void setTap(StreamTap *tap);
    /// What one needs to go on decoding from here; only from within StreamTap::betweenMessages(). Nothing when decoding
    /// cannot be taken up from here: ask again after the next message.
    [[nodiscard]] std::optional<Keyframe> keyframe() const;
    /// Makes a client that has received nothing one that is Running and has received all that led to the keyframe. It
    /// tells initialised() and cursorChanged(). False, and Failed, when the keyframe is of no use.
    bool resume(const Keyframe &keyframe);
    /// Ends it from our side, silently: the state becomes Closed.
    void close();
    /// Answers loginRequired(); ignored when nobody asked. Of a VNC password only the first 8 bytes count (RFC 6143,
    /// section 7.2.2).
    void provideLogin(const Login &login);
    /// Answers serverIdentityOffered(); not accepted ends it with tls.untrusted.
    void acceptServerIdentity(bool accepted);

    [[nodiscard]] bool hasOutput() const;
    /// Bytes to send to the server, in order; empties the queue.
    [[nodiscard]] QByteArray takeOutput();

    [[nodiscard]] ClientState state() const;
    [[nodiscard]] Stage stage() const;
    /// Set in state Failed.
    [[nodiscard]] const std::optional<Failure> &failure() const;
    /// The version spoken: 3, 7 or 8 (of 3.x); 0 before the banner.
    [[nodiscard]] int minorVersion() const;
    /// The server's banner without the line end, e.g. "RFB 003.008".
    [[nodiscard]] QString banner() const;
    /// Number and name of the security type in use; 0 before the choice.
    [[nodiscard]] int securityType() const;
    [[nodiscard]] QString securityTypeName() const;
    [[nodiscard]] QString name() const;
    /// Of the pixels on the wire.
    [[nodiscard]] const PixelFormat &pixelFormat() const;

    [[nodiscard]] const Framebuffer &framebuffer() const;
    /// Every pixel has come from the server since ServerInit or the last change of size (copies of such pixels count,
    /// copies of others do not).
    [[nodiscard]] bool isComplete() const;
    /// Share of the framebuffer that has come, 0 to 1; 1 only when complete.
    [[nodiscard]] double coverage() const;
    /// Complete FramebufferUpdate messages so far.
    [[nodiscard]] quint64 updateCount() const;
    [[nodiscard]] const ServerAbilities &abilities() const;

    // Messages to the server; ignored unless Running.

    /// An empty rectangle means the whole framebuffer; others are clipped to it.
    void requestUpdate(bool incremental, const QRect &rect = {});
    /// Buttons: bit 0 left, 1 middle, 2 right, 3 wheel up, 4 down, 5 left, 6 right, 7 back, 8 forward (those two only
    /// where the server can). The position is clipped to the framebuffer.
    void sendPointer(QPoint position, quint16 buttons);
    /// X11 keysym, and the key's XT scan code (rfbproto, "QEMU Extended Key Event Message"; prefixed ones as 0xe01d or
    /// 0x9d; 0: unknown), which is sent where the server can.
    void sendKey(quint32 keysym, quint32 scanCode, bool pressed);
    /// Our clipboard has this text now, line ends \n. Extended clipboard where the server can: the text goes out when
    /// the server asks for it. Else it goes at once, and characters outside Latin-1 become "?". False, and nothing is
    /// sent, when it has more than Limits::keptCutTextBytes.
    bool offerClipboard(const QString &text);
    /// Which way clipboard texts may go, in any state; both at first. A direction that is closed forgets what was
    /// offered.
    void setClipboardDirections(bool toServer, bool fromServer);
    /// XVP; without effect where the server cannot.
    void sendPower(PowerAction action);
    /// Asks for a sign of life with a fence; pong() comes with the token. False where the server cannot.
    bool ping(quint64 token);
    /// JPEG quality and compression from now on, as in ClientSettings.
    void setQuality(std::optional<int> qualityLevel, std::optional<int> compressionLevel);
    /// False when the server does not understand it or the size is not within 1 to 65535.
    bool setDesktopSize(QSize size);

private:
    std::unique_ptr<ClientPrivate> m_private;
};

} // namespace portlight::rfb
