// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

#include <QByteArray>

namespace portlight::rfb {

/// Apple Remote Desktop: user and password encrypted with AES, the key from a Diffie-Hellman exchange (rfbproto,
/// "Diffie-Hellman Authentication"). Protects from listeners only: anybody can be the server.
class ArdLogin final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    [[nodiscard]] bool readParameters(ByteReader &in);

    QByteArray m_generator;
    QByteArray m_prime;
    QByteArray m_serverValue;
};

} // namespace portlight::rfb
