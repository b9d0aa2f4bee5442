// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecureChannel.h"
#include "rfb/ServerIdentity.h"

#include <memory>
#include <optional>

namespace portlight::rfb {

/// TLS 1.2 or newer as a client, over memory (RFC 5246, RFC 8446). Ask hasShakenHands() before anything private is
/// encrypted, and with a certificate untrustedIdentity().
class TlsChannel final : public SecureChannel
{
public:
    enum class Server {
        Anonymous,   ///< No certificate: safe from listeners, not from a liar in between. TLS 1.2 only.
        Certificate, ///< X.509.
    };

    /// `serverName` is what the certificate must be made out for, DNS name or address.
    TlsChannel(Server server, const QString &serverName);
    ~TlsChannel() override;
    Q_DISABLE_COPY_MOVE(TlsChannel)

    [[nodiscard]] QByteArray decrypt(QByteArrayView wire) override;
    void encrypt(QByteArrayView plain) override;
    [[nodiscard]] QByteArray takeWire() override;
    [[nodiscard]] QString problem() const override { return m_problem; }

    [[nodiscard]] bool hasShakenHands() const;
    /// The certificate and what is wrong with it; nothing when the system's authorities vouch for it.
    [[nodiscard]] std::optional<ServerIdentity> untrustedIdentity() const;

private:
    struct Private;

    void goOn();
    void note(int result);

    std::unique_ptr<Private> m_private;
    QString m_problem;
};

} // namespace portlight::rfb
