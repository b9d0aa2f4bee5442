// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/RfbTransport.h"

#include <QNetworkProxy>
#include <QSslError>
#include <QWebSocket>

namespace portlight {

/// RFB in binary WebSocket messages, as websockify serves it (RFC 6455; no subprotocol, as noVNC does it).
class WebSocketTransport final : public RfbTransport
{
    Q_OBJECT

public:
    WebSocketTransport(DesktopTarget target, const QNetworkProxy &proxy, QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open() override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_socket.bytesToWrite(); }
    void close() override;
    [[nodiscard]] std::optional<rfb::ServerIdentity> untrustedIdentity() const override { return m_untrusted; }

private:
    void judgeCertificate(const QList<QSslError> &errors);
    void finish();
    void refuseText();
    [[nodiscard]] StageFailure openFailure() const;
    [[nodiscard]] StageFailure tlsFailure() const;

    DesktopTarget m_target;
    QWebSocket m_socket;
    std::optional<rfb::ServerIdentity> m_untrusted;
    bool m_isOpen = false;
    bool m_isDone = false;
    bool m_sawCloseFrame = false;
};

} // namespace portlight
