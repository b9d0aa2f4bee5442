// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace portlight::rfb {

/// AES in EAX mode (Bellare, Rogaway, Wagner 2004), out of CTR and CMAC: encrypts and proves that nothing was changed.
class AesEax
{
public:
    static constexpr qsizetype macSize = 16;

    /// The key has 16 or 32 bytes.
    explicit AesEax(QByteArray key);

    /// The encrypted text and its MAC after it.
    [[nodiscard]] QByteArray encrypt(QByteArrayView nonce, QByteArrayView header, QByteArrayView plain) const;
    /// Nothing when the MAC is wrong. `sealed` has at least macSize bytes.
    [[nodiscard]] std::optional<QByteArray> decrypt(QByteArrayView nonce, QByteArrayView header,
                                                    QByteArrayView sealed) const;

private:
    [[nodiscard]] QByteArray omac(char number, QByteArrayView bytes) const;
    [[nodiscard]] QByteArray counterMode(QByteArrayView bytes, const QByteArray &start) const;
    [[nodiscard]] QByteArray mac(const QByteArray &nonceMac, QByteArrayView header, QByteArrayView encrypted) const;

    QByteArray m_key;
};

} // namespace portlight::rfb
