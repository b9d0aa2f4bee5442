// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QSslSocket>

#include <atomic>
#include <functional>

namespace portlight {

/// The server's end of one connection, in a thread of its own, with blocking calls: what a HostileServer's script
/// plays with. After the client has gone or the server stops, reads give nothing and writes do nothing.
class ServerConnection
{
public:
    ServerConnection(QSslSocket &socket, const std::atomic_bool &stopping);

    [[nodiscard]] bool isOver() const;
    void write(const QByteArray &bytes);
    /// Exactly so many bytes, or fewer at the end.
    [[nodiscard]] QByteArray read(qsizetype count);
    /// An HTTP request up to its empty line.
    [[nodiscard]] QByteArray readRequest();
    /// Waits until the client has gone.
    void hold();
    void abort();
    /// From here on nothing is taken from the client any more; what it sends stays in the network.
    void stopReading();

    /// Answers "GET /vnc.html" with a page and returns false; upgrades a WebSocket request and returns true. From then
    /// on send(), receive() speak in binary messages.
    [[nodiscard]] bool openWebSocket(const QByteArray &request);
    /// As a binary message when a WebSocket is open, else as it is.
    void send(const QByteArray &bytes);
    /// So many bytes of the client's, out of binary messages when a WebSocket is open.
    [[nodiscard]] QByteArray receive(qsizetype count);
    /// More has come than receive() has given.
    [[nodiscard]] bool hasUnread() const;
    /// Makes a message of `plain`, the length in its first 2 bytes.
    using Seal = std::function<QByteArray(const QByteArray &plain)>;
    /// The text of a message, apart from its length; empty when it is forged.
    using Open = std::function<QByteArray(const QByteArray &length, const QByteArray &sealed)>;
    /// From here on send() and receive() go through these, as after RA2.
    void encryptWith(Seal seal, Open open);
    /// One WebSocket frame; `isLast`: the message ends with it (RFC 6455, section 5.4).
    void sendFrame(int opcode, const QByteArray &payload, bool isLast = true);
    /// Sends a close message; code 0: one without a code.
    void sendClose(int code, const QByteArray &reason);
    void respond(const QByteArray &status, const QByteArray &body = {});

private:
    bool waitForBytes();
    bool readFrame();
    [[nodiscard]] QByteArray receiveRaw(qsizetype count);
    [[nodiscard]] bool openMessage();

    QSslSocket &m_socket;
    const std::atomic_bool &m_stopping;
    QByteArray m_payload;
    bool m_isWebSocket = false;
    Seal m_seal;
    Open m_open;
    QByteArray m_plain; ///< Opened and not received yet.
};

} // namespace portlight
