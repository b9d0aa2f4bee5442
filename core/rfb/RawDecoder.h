// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"

namespace portlight::rfb {

/// Rows of pixels (RFC 6143, section 7.7.1).
class RawDecoder final : public Decoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

protected:
    void reset() override { m_row = 0; }

private:
    int m_row = 0;
};

} // namespace portlight::rfb
