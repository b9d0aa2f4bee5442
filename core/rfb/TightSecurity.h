// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

#include <QByteArray>

namespace portlight::rfb {

/// TightVNC's security type: a choice of tunnels, of which there are none in practice, and of logins; afterwards
/// ServerInit is longer (rfbproto, "Tight Security Type").
class TightSecurity final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    [[nodiscard]] SecurityStep readTunnels(ByteReader &in);
    [[nodiscard]] SecurityStep readLogins(ByteReader &in);
    /// The list of capabilities, 16 bytes each, is there; false when not, or after a failure.
    [[nodiscard]] bool hasList(ByteReader &in, const char *what);

    bool m_tunnelDone = false;
};

} // namespace portlight::rfb
