// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/RfbTransport.h"
#include "desktop/WebSocketReader.h"
#include "desktop/WebSocketUpgrade.h"

#include <QNetworkProxy>
#include <QSslError>
#include <QTcpSocket>

#include <memory>

namespace portlight {

/// RFB in binary WebSocket messages, as websockify serves it (RFC 6455). Qt's own QWebSocket keeps whole messages in
/// memory and does not tell close codes apart (none, 1012 and others), so the frames are read here.
class WebSocketTransport final : public RfbTransport
{
    Q_OBJECT

public:
    WebSocketTransport(DesktopTarget target, const QNetworkProxy &proxy, QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open() override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_socket->bytesToWrite(); }
    void close() override;
    [[nodiscard]] std::optional<rfb::ServerIdentity> untrustedIdentity() const override { return m_untrusted; }

private:
    void judgeCertificate(const QList<QSslError> &errors);
    void sendRequest();
    void readSome();
    void readAnswer(const QByteArray &bytes);
    void readFrames(QByteArrayView bytes);
    void take(const WebSocketReader::Piece &piece);
    void sendFrame(int opcode, const QByteArray &payload);
    void handleError();
    void handleDisconnect();
    void refuse(const StageFailure &failure);
    void end(const QString &sentence);
    [[nodiscard]] StageFailure openFailure() const;
    [[nodiscard]] StageFailure tlsFailure() const;

    DesktopTarget m_target;
    std::unique_ptr<QTcpSocket> m_socket;
    WebSocketUpgrade m_upgrade;
    WebSocketReader m_reader;
    std::optional<rfb::ServerIdentity> m_untrusted;
    bool m_isOpen = false;
    bool m_isDone = false;
};

} // namespace portlight
