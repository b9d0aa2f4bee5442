// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace portlight::rfb {

/// An RSA public key as RA2 sends it: both numbers big-endian, equally long.
struct RsaPublicKey
{
    QByteArray modulus;
    QByteArray exponent;

    /// With PKCS #1 v1.5 padding, as long as the modulus; nothing when this can be no key.
    [[nodiscard]] std::optional<QByteArray> encrypt(QByteArrayView message) const;
    /// Of the modulus, without leading zeros.
    [[nodiscard]] int bits() const;
};

/// A pair of our own.
class RsaKey
{
public:
    explicit RsaKey(int bits);
    ~RsaKey();
    Q_DISABLE_COPY_MOVE(RsaKey)

    [[nodiscard]] const RsaPublicKey &publicKey() const { return m_public; }
    /// PKCS #1 v1.5; nothing when it was not encrypted for us.
    [[nodiscard]] std::optional<QByteArray> decrypt(QByteArrayView encrypted) const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
    RsaPublicKey m_public;
};

} // namespace portlight::rfb
