// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

#include <QByteArray>

namespace portlight::rfb {

/// VNC Authentication: a challenge, encrypted with the password (RFC 6143, section 7.2.2).
class VncLogin final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    QByteArray m_challenge;
};

} // namespace portlight::rfb
