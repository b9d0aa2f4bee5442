// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"

namespace portlight::rfb {

/// A background and subrectangles of one colour each (RFC 6143, section 7.7.3), and its compact form CoRRE, whose
/// subrectangles have 8-bit coordinates (rfbproto, "CoRRE Encoding").
class RreDecoder final : public Decoder
{
public:
    enum class Form { Rre, CoRre };

    explicit RreDecoder(Form form)
        : m_form(form)
    {
    }

    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

protected:
    void reset() override;

private:
    [[nodiscard]] QRect readSubrectangle(ByteReader &in) const;

    const Form m_form;
    bool m_hasHeader = false;
    quint32 m_subrectanglesLeft = 0;
};

} // namespace portlight::rfb
