// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace portlight::rfb {

/// What lies between the wire and RFB once a security type encrypts everything. No socket: bytes in, bytes out.
class SecureChannel
{
public:
    virtual ~SecureChannel() = default;

    /// Takes bytes of the wire in any pieces; what they say in clear, as far as it is complete and genuine.
    [[nodiscard]] virtual QByteArray decrypt(QByteArrayView wire) = 0;
    /// Encrypts; takeWire() has the result.
    virtual void encrypt(QByteArrayView plain) = 0;
    /// Bytes for the wire, handshakes included; empties the queue.
    [[nodiscard]] virtual QByteArray takeWire() = 0;
    /// Untranslated: what broke it. Empty while it is sound; nothing is decrypted afterwards.
    [[nodiscard]] virtual QString problem() const = 0;
};

} // namespace portlight::rfb
