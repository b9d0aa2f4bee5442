// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace portlight {

/// The server's side of a SOCKS5 handshake (RFC 1928) with user name and password (RFC 1929), without a socket: bytes
/// in any split go in, bytes to send come out, and in the end there is an address to connect to.
class SocksHandshake
{
public:
    /// RFC 1928 section 6, field REP.
    enum class Reply : unsigned char {
        Succeeded = 0,
        GeneralFailure = 1,
        NotAllowed = 2,
        NetworkUnreachable = 3,
        HostUnreachable = 4,
        ConnectionRefused = 5,
        TimedOut = 6,
        CommandNotSupported = 7,
    };
    enum class State { Talking, Connect, Failed };

    SocksHandshake(QByteArray user, QByteArray password);

    /// Takes bytes from the client. Bytes behind the request are kept; see takeRest().
    State receive(QByteArrayView bytes);
    /// What has to be sent to the client now.
    [[nodiscard]] QByteArray takeOutput();
    /// Valid in State::Connect: a name or a numeric address, and the port.
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What the client sent too early, to be passed on after a successful connect.
    [[nodiscard]] QByteArray takeRest();
    /// The answer to the request.
    [[nodiscard]] static QByteArray reply(Reply code);

private:
    enum class Expect { Greeting, Password, Request, Nothing };

    bool step();
    bool greeting();
    bool authentication();
    bool request();
    bool fail(const QByteArray &answer);

    const QByteArray m_user;
    const QByteArray m_password;
    QByteArray m_input;
    QByteArray m_output;
    QString m_address;
    quint16 m_port = 0;
    Expect m_expect = Expect::Greeting;
    State m_state = State::Talking;
};

} // namespace portlight
