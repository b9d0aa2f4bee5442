// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

#include <QByteArray>

namespace portlight::rfb {

/// UltraVNC's MS-Logon II: user and password encrypted with DES, the key from a Diffie-Hellman exchange of 64 bits
/// (rfbproto, "MSLogonII Authentication"). As good as no encryption today, and told so.
class MsLogonIiLogin final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    QByteArray m_parameters; ///< Generator, prime and the server's value, 8 bytes each.
};

} // namespace portlight::rfb
