// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/StrictSecurity.h"

#include <QCryptographicHash>

#include <memory>

namespace portlight {

class StrictEax;

/// The server's side of RA2, RA2ne, RA256 and RAne256 (rfbproto, "RSA-AES Security Type").
class StrictRa2
{
public:
    StrictRa2(ServerConnection &connection, const StrictOptions &options);
    ~StrictRa2();

    [[nodiscard]] StrictSecurity::Outcome authenticate();
    [[nodiscard]] QString problem() const { return m_problem; }
    /// The server's public key as it is sent, the same in all of the process.
    [[nodiscard]] static QByteArray publicKey();

private:
    [[nodiscard]] bool exchangeKeys();
    [[nodiscard]] bool exchangeRandoms();
    [[nodiscard]] bool exchangeHashes();
    [[nodiscard]] StrictSecurity::Outcome readLogin();
    void encryptEverything();
    void sendMessage(const QByteArray &plain);
    [[nodiscard]] bool broken(const QString &problem);
    [[nodiscard]] QByteArray hash(const QByteArray &bytes) const { return QCryptographicHash::hash(bytes, m_hash); }

    ServerConnection &m_connection;
    const StrictOptions &m_options;
    const QCryptographicHash::Algorithm m_hash;
    const int m_keySize;
    QByteArray m_clientKey;
    QByteArray m_serverRandom;
    QByteArray m_clientRandom;
    std::shared_ptr<StrictEax> m_toClient;
    std::shared_ptr<StrictEax> m_fromClient;
    int m_messages = 0;
    QString m_problem;
};

} // namespace portlight
