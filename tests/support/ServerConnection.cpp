// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ServerConnection.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int pollTime = 20; // milliseconds
constexpr int binaryFrame = 2;
constexpr int closeFrame = 8;
constexpr qsizetype largestMessage = 8192;

} // namespace

ServerConnection::ServerConnection(QSslSocket &socket, const std::atomic_bool &stopping)
    : m_socket(socket)
    , m_stopping(stopping)
{
}

bool ServerConnection::isOver() const
{
    return m_stopping || m_socket.state() != QAbstractSocket::ConnectedState;
}

void ServerConnection::write(const QByteArray &bytes)
{
    if (isOver())
        return;
    m_socket.write(bytes);
    while (!isOver() && m_socket.bytesToWrite() > 0)
        (void)m_socket.waitForBytesWritten(pollTime);
}

bool ServerConnection::waitForBytes()
{
    while (m_socket.bytesAvailable() == 0) {
        if (isOver())
            return false;
        (void)m_socket.waitForReadyRead(pollTime);
    }
    return true;
}

QByteArray ServerConnection::read(qsizetype count)
{
    QByteArray bytes;
    while (bytes.size() < count && waitForBytes())
        bytes += m_socket.read(count - bytes.size());
    return bytes;
}

QByteArray ServerConnection::readRequest()
{
    QByteArray request;
    while (!request.endsWith("\r\n\r\n") && waitForBytes())
        request += m_socket.read(1);
    return request;
}

void ServerConnection::hold()
{
    while (waitForBytes())
        m_socket.readAll();
}

void ServerConnection::abort()
{
    m_socket.abort();
}

void ServerConnection::stopReading()
{
    m_socket.setReadBufferSize(1);
}

void ServerConnection::respond(const QByteArray &status, const QByteArray &body)
{
    write("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(body.size()) +
          "\r\nConnection: close\r\n\r\n" + body);
}

bool ServerConnection::openWebSocket(const QByteArray &request)
{
    static const QRegularExpression keyPattern(u"Sec-WebSocket-Key:\\s*(\\S+)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    const auto match = keyPattern.match(QString::fromLatin1(request));
    if (!match.hasMatch()) {
        respond("200 OK", "<html><title>noVNC</title></html>");
        return false;
    }
    const QByteArray key = match.captured(1).toLatin1() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
          QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
    m_isWebSocket = true;
    return true;
}

void ServerConnection::sendFrame(int opcode, const QByteArray &payload, bool isLast)
{
    QByteArray header(1, char((isLast ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        header += char(payload.size());
    } else if (payload.size() < 65536) { // RFC 6455, section 5.2: the shortest form is a must.
        QByteArray length(2, '\0');
        qToBigEndian(quint16(payload.size()), length.data());
        header += char(126);
        header += length;
    } else {
        QByteArray length(8, '\0');
        qToBigEndian(quint64(payload.size()), length.data());
        header += char(127);
        header += length;
    }
    write(header + payload);
}

void ServerConnection::send(const QByteArray &bytes)
{
    QByteArray wire = bytes;
    if (m_seal) {
        wire.clear();
        for (qsizetype at = 0; at < bytes.size(); at += largestMessage)
            wire += m_seal(bytes.mid(at, largestMessage));
    }
    if (m_isWebSocket)
        sendFrame(binaryFrame, wire);
    else
        write(wire);
}

void ServerConnection::encryptWith(Seal seal, Open open)
{
    m_seal = std::move(seal);
    m_open = std::move(open);
}

bool ServerConnection::hasUnread() const
{
    return !m_plain.isEmpty() || !m_payload.isEmpty() || m_socket.bytesAvailable() > 0;
}

bool ServerConnection::openMessage()
{
    constexpr int macSize = 16;
    const QByteArray length = receiveRaw(2);
    if (length.size() < 2)
        return false;
    const qsizetype size = qFromBigEndian<quint16>(length.constData()) + macSize;
    const QByteArray sealed = receiveRaw(size);
    const QByteArray plain = sealed.size() == size ? m_open(length, sealed) : QByteArray();
    m_plain += plain;
    return !plain.isEmpty();
}

QByteArray ServerConnection::receive(qsizetype count)
{
    if (!m_open)
        return receiveRaw(count);
    while (m_plain.size() < count && openMessage()) {
    }
    const QByteArray bytes = m_plain.left(count);
    m_plain.remove(0, bytes.size());
    return bytes;
}

bool ServerConnection::readFrame()
{
    const QByteArray header = read(2);
    if (header.size() < 2)
        return false;
    quint64 length = quint8(header.at(1)) & 0x7fU;
    if (length == 126)
        length = qFromBigEndian<quint16>(read(2).leftJustified(2, '\0').constData());
    else if (length == 127)
        length = qFromBigEndian<quint64>(read(8).leftJustified(8, '\0').constData());
    const QByteArray mask = read(4);
    QByteArray payload = read(qsizetype(length));
    if (mask.size() < 4 || (header.at(0) & 0xf) == closeFrame)
        return false;
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = char(payload.at(i) ^ mask.at(i % 4));
    m_payload += payload;
    return true;
}

QByteArray ServerConnection::receiveRaw(qsizetype count)
{
    if (!m_isWebSocket)
        return read(count);
    while (m_payload.size() < count && readFrame()) {
    }
    const QByteArray bytes = m_payload.left(count);
    m_payload.remove(0, bytes.size());
    return bytes;
}

void ServerConnection::sendClose(int code, const QByteArray &reason)
{
    QByteArray payload;
    if (code != 0) {
        payload.resize(2);
        qToBigEndian(quint16(code), payload.data());
        payload += reason;
    }
    sendFrame(closeFrame, payload);
}

} // namespace portlight
