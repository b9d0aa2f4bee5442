// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PackedDecoder.h"

namespace portlight::rfb {

/// Rows of pixels, packed with zlib (rfbproto, "Zlib Encoding").
class ZlibDecoder final : public PackedDecoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

    /// For keyframes.
    [[nodiscard]] ZlibStream &stream() { return m_stream; }

protected:
    void reset() override;

private:
    ZlibStream m_stream;
    bool m_hasLength = false;
    int m_row = 0;
};

} // namespace portlight::rfb
