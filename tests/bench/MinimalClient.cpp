// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/MinimalClient.h"

#include <QHostAddress>
#include <QtEndian>

#include <algorithm>

namespace portlight {

namespace {

constexpr int patience = 10'000; // milliseconds

} // namespace

QByteArray MinimalClient::readSocket(qsizetype count)
{
    while (m_socket.bytesAvailable() < count && m_socket.waitForReadyRead(patience)) {
    }
    return m_socket.read(count);
}

/// Payload bytes across frames (RFC 6455, section 5.2).
QByteArray MinimalClient::read(qsizetype count)
{
    while (m_payload.size() < count) {
        const QByteArray header = readSocket(2);
        if (header.size() < 2)
            return {};
        qint64 length = header.at(1) & 0x7f;
        if (length == 126)
            length = qFromBigEndian<quint16>(readSocket(2).leftJustified(2, '\0').constData());
        else if (length == 127)
            length = qint64(qFromBigEndian<quint64>(readSocket(8).leftJustified(8, '\0').constData()));
        const QByteArray payload = readSocket(length);
        if (payload.size() < length)
            return {};
        m_payload += payload;
    }
    const QByteArray bytes = m_payload.left(count);
    m_payload.remove(0, count);
    return bytes;
}

void MinimalClient::send(const QByteArray &bytes)
{
    // Masked with zeros: the payload stays as it is. All messages here are short.
    QByteArray frame("\x82", 1);
    frame += char(0x80 | bytes.size());
    frame += QByteArray(4, '\0') + bytes;
    m_socket.write(frame);
    m_socket.flush();
}

bool MinimalClient::upgrade(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!m_socket.waitForConnected(patience))
        return false;
    m_socket.write("GET /websockify HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    QByteArray answer;
    while (!answer.endsWith("\r\n\r\n")) {
        const QByteArray byte = readSocket(1);
        if (byte.isEmpty())
            return false;
        answer += byte;
    }
    return answer.startsWith("HTTP/1.1 101");
}

bool MinimalClient::seeOnePicture(quint16 webSocketPort)
{
    if (!upgrade(webSocketPort) || !read(12).startsWith("RFB "))
        return false;
    send("RFB 003.008\n");
    const QByteArray count = read(1);
    if (count.isEmpty() || read(count.at(0)).isEmpty())
        return false;
    send("\1");
    if (read(4) != QByteArray(4, '\0'))
        return false;
    send("\1");
    const QByteArray init = read(24);
    if (init.size() < 24)
        return false;
    (void)read(qFromBigEndian<qint32>(init.constData() + 20));
    send(QByteArray("\2\0\0\1\0\0\0\0", 8)); // SetEncodings: Raw
    send(QByteArray("\3\0\0\0\0\0", 6) + init.left(4));
    qint64 missing = qint64{qFromBigEndian<quint16>(init.constData())} * qFromBigEndian<quint16>(init.constData() + 2);
    while (missing > 0) {
        const QByteArray update = read(4);
        if (update.size() < 4)
            return false;
        for (int left = qFromBigEndian<quint16>(update.constData() + 2); left > 0; --left) {
            const QByteArray rect = read(12);
            if (rect.size() < 12)
                return false;
            const qint64 pixels =
                qint64{qFromBigEndian<quint16>(rect.constData() + 4)} * qFromBigEndian<quint16>(rect.constData() + 6);
            if (read(pixels * 4).size() < pixels * 4)
                return false;
            missing -= pixels;
        }
    }
    return true;
}

} // namespace portlight
