// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace portlight {

/// The least a client can do to see a picture through websockify: upgrade, RFB 3.8 without a password, one whole
/// picture in Raw. What it takes is what the server itself needs.
class MinimalClient
{
public:
    /// True when the whole picture came.
    [[nodiscard]] bool seeOnePicture(quint16 webSocketPort);

private:
    [[nodiscard]] bool upgrade(quint16 port);
    [[nodiscard]] QByteArray read(qsizetype count);
    [[nodiscard]] QByteArray readSocket(qsizetype count);
    void send(const QByteArray &bytes);

    QTcpSocket m_socket;
    QByteArray m_payload;
};

} // namespace portlight
