// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketTransport.h"

#include "desktop/CloseSentence.h"
#include "desktop/TlsIdentity.h"
#include "desktop/WebSocketFrame.h"
#include "verdict/FailureText.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSslSocket>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 bytesPerRead = 256 * 1024;
/// A server that is faster than we are waits in the network, not in our memory.
constexpr qint64 bytesWaiting = 1024 * 1024;

QByteArray randomKey()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words);
}

/// A close frame's payload.
QByteArray closeCode(int code)
{
    QByteArray payload(2, '\0');
    qToBigEndian(quint16(code), payload.data());
    return payload;
}

} // namespace

WebSocketTransport::WebSocketTransport(DesktopTarget target, const QNetworkProxy &proxy, QObject *parent)
    : RfbTransport(parent)
    , m_target(std::move(target))
    , m_socket(m_target.isSecure() ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>())
    , m_upgrade(m_target.url, m_target.authorization, randomKey())
{
    m_socket->setProxy(proxy);
    m_socket->setReadBufferSize(bytesWaiting);
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(secure, &QSslSocket::sslErrors, this, &WebSocketTransport::judgeCertificate);
        connect(secure, &QSslSocket::encrypted, this, &WebSocketTransport::sendRequest);
    } else {
        connect(m_socket.get(), &QTcpSocket::connected, this, &WebSocketTransport::sendRequest);
    }
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WebSocketTransport::readSome);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &WebSocketTransport::handleError);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &WebSocketTransport::handleDisconnect);
}

WebSocketTransport::~WebSocketTransport()
{
    close();
    m_socket->disconnect(this);
}

void WebSocketTransport::open()
{
    const QString host = m_target.url.host();
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket.get()))
        secure->connectToHostEncrypted(host, m_target.port);
    else
        m_socket->connectToHost(host, m_target.port);
}

void WebSocketTransport::judgeCertificate(const QList<QSslError> &errors)
{
    auto *const secure = qobject_cast<QSslSocket *>(m_socket.get());
    const QSslCertificate certificate = secure->peerCertificate();
    const rfb::ServerIdentity identity = tlsIdentity(certificate, errors, m_target.host);
    if (!certificate.isNull() && m_target.trustedIdentities.contains(identity.sha256))
        secure->ignoreSslErrors();
    else
        m_untrusted = identity;
}

void WebSocketTransport::sendRequest()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->write(m_upgrade.request());
}

void WebSocketTransport::readSome()
{
    while (!m_isDone && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(bytesPerRead);
        if (bytes.isEmpty())
            return;
        if (m_isOpen)
            readFrames(bytes);
        else
            readAnswer(bytes);
    }
}

void WebSocketTransport::readAnswer(const QByteArray &bytes)
{
    const QString endpoint = m_target.endpoint();
    switch (m_upgrade.add(bytes)) {
    case WebSocketUpgrade::State::Waiting:
        return;
    case WebSocketUpgrade::State::Rejected:
        return refuse(stageFailure(Stage::Websocket, u"websocket.rejected"_s, {endpoint, m_upgrade.status()}));
    case WebSocketUpgrade::State::Broken:
        return refuse(stageFailure(Stage::Websocket, u"websocket.rejected@answer"_s, {endpoint, m_upgrade.problem()}));
    case WebSocketUpgrade::State::Open:
        break;
    }
    m_isOpen = true;
    Q_EMIT opened();
    if (!m_isDone)
        readFrames(m_upgrade.rest());
}

void WebSocketTransport::readFrames(QByteArrayView bytes)
{
    while (!m_isDone) {
        const std::optional<WebSocketReader::Piece> piece = m_reader.next(bytes);
        if (!piece)
            return;
        take(*piece);
    }
}

void WebSocketTransport::take(const WebSocketReader::Piece &piece)
{
    using Kind = WebSocketReader::Piece::Kind;
    constexpr int protocolError = 1002;
    switch (piece.kind) {
    case Kind::Binary:
        Q_EMIT received(piece.bytes);
        return;
    case Kind::Text:
        // What is no text would not survive it: there is nothing to be made of that.
        return refuse(stageFailure(
            Stage::RfbVersion, u"rfb.not-rfb"_s,
            {m_target.endpoint(), QCoreApplication::translate("WebSocketTransport",
                                                              "It sends text where a VNC server's bytes come in binary "
                                                              "WebSocket messages; very old websockify does that.")}));
    case Kind::Ping:
        return sendFrame(websocket::pongFrame, piece.bytes);
    case Kind::Close:
        sendFrame(websocket::closeFrame, piece.bytes.left(2));
        return end(closeSentence(piece.code, piece.reason));
    case Kind::Broken:
        sendFrame(websocket::closeFrame, closeCode(protocolError));
        return end(closeSentence(protocolError, {}));
    }
}

void WebSocketTransport::sendFrame(int opcode, const QByteArray &payload)
{
    m_socket->write(websocket::maskedFrame(opcode, payload, QRandomGenerator::global()->generate()));
}

void WebSocketTransport::send(const QByteArray &bytes)
{
    if (m_isOpen && !m_isDone)
        sendFrame(websocket::binaryFrame, bytes);
}

void WebSocketTransport::close()
{
    if (m_isDone)
        return;
    constexpr int normal = 1000;
    if (m_isOpen)
        sendFrame(websocket::closeFrame, closeCode(normal));
    end({});
}

/// Nothing more is taken; what is to be sent is on its way. Tells how it ended where there is something to tell.
void WebSocketTransport::end(const QString &sentence)
{
    m_isDone = true;
    m_socket->flush();
    m_socket->disconnectFromHost();
    if (!sentence.isEmpty())
        Q_EMIT ended(sentence);
}

void WebSocketTransport::refuse(const StageFailure &failure)
{
    end({});
    Q_EMIT failed(failure);
}

void WebSocketTransport::handleError()
{
    // Once it is open, `disconnected` follows.
    if (!m_isDone && !m_isOpen)
        refuse(openFailure());
}

void WebSocketTransport::handleDisconnect()
{
    readSome(); // what came before
    if (m_isDone)
        return;
    constexpr int withoutCloseFrame = 1006;
    if (m_isOpen)
        end(closeSentence(withoutCloseFrame, {}));
    else
        refuse(openFailure());
}

StageFailure WebSocketTransport::openFailure() const
{
    const QString endpoint = m_target.endpoint();
    const QString words = m_socket->errorString();
    if (m_untrusted)
        return tlsFailure();
    switch (m_socket->error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return stageFailure(Stage::Tcp, u"tcp.refused"_s, {endpoint});
    case QAbstractSocket::HostNotFoundError:
        return stageFailure(Stage::Tcp, u"tcp.name-not-found"_s, {endpoint});
    case QAbstractSocket::SocketTimeoutError:
        return stageFailure(Stage::Tcp, u"tcp.timeout"_s, {endpoint});
    case QAbstractSocket::NetworkError:
        return stageFailure(Stage::Tcp, u"tcp.unreachable"_s, {endpoint, words});
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsFailure();
    case QAbstractSocket::RemoteHostClosedError:
    case QAbstractSocket::UnknownSocketError: // it just ended
        return stageFailure(Stage::Websocket, u"websocket.closed"_s, {endpoint});
    default:
        return stageFailure(Stage::Websocket, u"websocket.rejected@answer"_s, {endpoint, words});
    }
}

StageFailure WebSocketTransport::tlsFailure() const
{
    if (!m_untrusted)
        return stageFailure(Stage::Websocket, u"tls.failed"_s, {m_target.endpoint(), m_socket->errorString()});
    return stageFailure(Stage::Websocket, u"tls.untrusted"_s, {m_target.endpoint(), m_untrusted->problem});
}

} // namespace portlight
