// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"

namespace portlight::rfb {

/// A place in the framebuffer to copy from (RFC 6143, section 7.7.2).
class CopyRectDecoder final : public Decoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

protected:
    void reset() override { m_source = {}; }

public:
    /// Of the rectangle that is Done.
    [[nodiscard]] QPoint source() const { return m_source; }

private:
    QPoint m_source;
};

} // namespace portlight::rfb
