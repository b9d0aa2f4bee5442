// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketTransport.h"

#include "desktop/CloseSentence.h"
#include "desktop/TlsIdentity.h"
#include "verdict/FailureText.h"

#include <QCoreApplication>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// A 4K picture in Raw is 33 MB; some servers put an update into one message.
constexpr quint64 largestMessage = 80ULL * 1024 * 1024;

} // namespace

WebSocketTransport::WebSocketTransport(DesktopTarget target, const QNetworkProxy &proxy, QObject *parent)
    : RfbTransport(parent)
    , m_target(std::move(target))
{
    m_socket.setProxy(proxy);
    m_socket.setMaxAllowedIncomingFrameSize(largestMessage);
    m_socket.setMaxAllowedIncomingMessageSize(largestMessage);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        Q_EMIT opened();
    });
    // Frames, not messages: a server may never end its message.
    connect(&m_socket, &QWebSocket::binaryFrameReceived, this, [this](const QByteArray &bytes) {
        if (!m_isDone)
            Q_EMIT received(bytes);
    });
    connect(&m_socket, &QWebSocket::textFrameReceived, this, [this] { refuseText(); });
    connect(&m_socket, &QWebSocket::sslErrors, this, &WebSocketTransport::judgeCertificate);
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_sawCloseFrame = true; });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    constexpr auto errorSignal = &QWebSocket::errorOccurred;
#else
    constexpr auto errorSignal = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    connect(&m_socket, errorSignal, this, [this] {
        // While it is open, `disconnected` follows and knows the close code.
        if (!m_isOpen)
            finish();
    });
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::finish);
}

WebSocketTransport::~WebSocketTransport()
{
    close();
}

void WebSocketTransport::open()
{
    QNetworkRequest request(m_target.url);
    if (!m_target.authorization.isEmpty())
        request.setRawHeader("Authorization", m_target.authorization);
    m_socket.open(request);
}

void WebSocketTransport::judgeCertificate(const QList<QSslError> &errors)
{
    // QWebSocket keeps the certificate to itself; the socket below it is its child.
    const auto *const socket = m_socket.findChild<QSslSocket *>();
    const QSslCertificate certificate = socket ? socket->peerCertificate() : errors.value(0).certificate();
    const rfb::ServerIdentity identity = tlsIdentity(certificate, errors, m_target.host);
    if (!certificate.isNull() && m_target.trustedIdentities.contains(identity.sha256))
        m_socket.ignoreSslErrors();
    else
        m_untrusted = identity;
}

void WebSocketTransport::send(const QByteArray &bytes)
{
    if (m_isOpen && !m_isDone)
        m_socket.sendBinaryMessage(bytes);
}

void WebSocketTransport::close()
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_socket.disconnect(this);
    m_socket.close();
}

/// What is no text would not survive it: there is nothing to be made of that.
void WebSocketTransport::refuseText()
{
    if (m_isDone)
        return;
    close();
    Q_EMIT failed(stageFailure(
        Stage::RfbVersion, u"rfb.not-rfb"_s,
        {m_target.endpoint(),
         QCoreApplication::translate("WebSocketTransport", "It sends text where a VNC server's bytes come in binary "
                                                           "WebSocket messages; very old websockify does that.")}));
}

void WebSocketTransport::finish()
{
    if (m_isDone)
        return;
    m_isDone = true;
    if (!m_isOpen) {
        Q_EMIT failed(openFailure());
        return;
    }
    // Qt says 1000 when the connection just broke; RFC 6455, section 7.1.5 has 1006 for that.
    if (!m_sawCloseFrame)
        return Q_EMIT ended(closeSentence(1006, m_socket.closeReason()));
    // Qt knows the codes of RFC 6455 only and calls later ones, such as 1012, a broken protocol; it names them, though.
    static const QRegularExpression laterCode(u"\\b(1\\d{3}|2\\d{3})\\b"_s);
    const int code = int(m_socket.closeCode());
    if (const auto match = laterCode.match(m_socket.closeReason()); code == 1002 && match.hasMatch())
        return Q_EMIT ended(closeSentence(match.captured(1).toInt(), {}));
    Q_EMIT ended(closeSentence(code, m_socket.closeReason()));
}

StageFailure WebSocketTransport::openFailure() const
{
    const QString endpoint = m_target.endpoint();
    const QString words = m_socket.errorString();
    if (m_untrusted)
        return tlsFailure();
    static const QRegularExpression statusPattern(u"status code: (\\d{3}) \\(([^)]*)\\)"_s);
    if (const auto match = statusPattern.match(words); match.hasMatch())
        return stageFailure(Stage::Websocket, u"websocket.rejected"_s,
                            {endpoint, u"%1 %2"_s.arg(match.captured(1), match.captured(2)).trimmed()});
    // Qt uses ConnectionRefusedError for answers that are no upgrade, too.
    if (words.contains("processHandshake"_L1) || words.contains("readLine"_L1))
        return stageFailure(Stage::Websocket, u"websocket.rejected@answer"_s, {endpoint, words.section(u": "_s, 1)});
    switch (m_socket.error()) {
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
        return stageFailure(Stage::Websocket, u"websocket.closed"_s, {endpoint});
    default:
        return stageFailure(Stage::Websocket, u"websocket.rejected@answer"_s, {endpoint, words});
    }
}

StageFailure WebSocketTransport::tlsFailure() const
{
    if (!m_untrusted)
        return stageFailure(Stage::Websocket, u"tls.failed"_s, {m_target.endpoint(), m_socket.errorString()});
    return stageFailure(Stage::Websocket, u"tls.untrusted"_s, {m_target.endpoint(), m_untrusted->problem});
}

} // namespace portlight
