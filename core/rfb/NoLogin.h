// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

namespace portlight::rfb {

/// Security type None: nothing is asked (RFC 6143, section 7.2.1).
class NoLogin final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &) override { return SecurityStep::Done; }
};

} // namespace portlight::rfb
