// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/CopyRectDecoder.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

Decoder::Status CopyRectDecoder::decode(ByteReader &in, const PixelConverter &, Framebuffer &framebuffer)
{
    if (!in.has(4))
        return Status::NeedMore;
    const int x = in.u16();
    const int y = in.u16();
    m_source = QPoint(x, y);
    if (x + rect().width() > framebuffer.width() || y + rect().height() > framebuffer.height())
        return fail(u"source at %1,%2 reaches outside the framebuffer"_s.arg(x).arg(y));
    framebuffer.copyRect(rect(), m_source);
    return Status::Done;
}

} // namespace portlight::rfb
