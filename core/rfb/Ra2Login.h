// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Ra2Cipher.h"
#include "rfb/RsaKey.h"
#include "rfb/SecurityHandshake.h"

#include <QCryptographicHash>

namespace portlight::rfb {

/// RA2, RA2ne, RA256 and RAne256: the server's RSA key, which a person has to know, then a login encrypted with
/// AES-EAX; RA2 and RA256 encrypt everything afterwards (rfbproto, "RSA-AES Security Type").
class Ra2Login final : public SecurityHandshake
{
public:
    Ra2Login(SecurityContext &security, int type);

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    enum class Part { ServerKey, Trust, ServerRandom, ServerHash, Subtype, Login };

    [[nodiscard]] SecurityStep readServerKey(ByteReader &in);
    [[nodiscard]] SecurityStep sendOurKey();
    [[nodiscard]] SecurityStep readServerRandom(ByteReader &in);
    [[nodiscard]] SecurityStep readServerHash(ByteReader &in);
    [[nodiscard]] SecurityStep readSubtype(ByteReader &in);
    [[nodiscard]] SecurityStep sendLogin();
    [[nodiscard]] SecurityStep next(Part part);
    [[nodiscard]] SecurityStep broken(const QString &what);
    /// A message of exactly so many bytes; nothing when it is not there yet or wrong.
    [[nodiscard]] std::optional<QByteArray> readMessage(ByteReader &in, qsizetype length, const QString &what);
    [[nodiscard]] QByteArray hash(const QByteArray &bytes) const { return QCryptographicHash::hash(bytes, m_hash); }
    [[nodiscard]] QByteArray sessionKey(const QByteArray &first, const QByteArray &second) const;

    const int m_type;
    const QCryptographicHash::Algorithm m_hash;
    const int m_keySize; ///< Of AES and of the random numbers, bytes.
    Part m_part = Part::ServerKey;
    RsaPublicKey m_serverKey;
    QByteArray m_serverKeyBytes; ///< As they came.
    QByteArray m_ourKeyBytes;    ///< As we sent them.
    std::unique_ptr<RsaKey> m_ourKey;
    QByteArray m_ourRandom;
    std::optional<Ra2Cipher> m_toServer;
    std::optional<Ra2Cipher> m_fromServer;
    bool m_needsUser = false;
};

} // namespace portlight::rfb
