// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Ra2Cipher.h"
#include "rfb/SecureChannel.h"

namespace portlight::rfb {

/// Everything after the login of RA2 and RA256 (rfbproto, "RSA-AES Security Type").
class Ra2Channel final : public SecureChannel
{
public:
    Ra2Channel(Ra2Cipher fromServer, Ra2Cipher toServer)
        : m_fromServer(std::move(fromServer))
        , m_toServer(std::move(toServer))
    {
    }

    [[nodiscard]] QByteArray decrypt(QByteArrayView wire) override;
    void encrypt(QByteArrayView plain) override;
    [[nodiscard]] QByteArray takeWire() override { return std::exchange(m_wire, {}); }
    [[nodiscard]] QString problem() const override { return m_problem; }

private:
    Ra2Cipher m_fromServer;
    Ra2Cipher m_toServer;
    QByteArray m_pending; ///< The start of a message.
    QByteArray m_wire;
    QString m_problem;
};

} // namespace portlight::rfb
