// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

namespace portlight::rfb {

/// Xen VNC proxy: names the user and the machine wanted, then goes on with VNC Authentication (rfbproto, "xvp
/// Authentication").
class XvpLogin final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;
};

} // namespace portlight::rfb
