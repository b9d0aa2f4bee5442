// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RreDecoder.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

void RreDecoder::reset()
{
    m_hasHeader = false;
    m_subrectanglesLeft = 0;
}

QRect RreDecoder::readSubrectangle(ByteReader &in) const
{
    const bool compact = m_form == Form::CoRre;
    const int x = compact ? in.u8() : in.u16();
    const int y = compact ? in.u8() : in.u16();
    const int width = compact ? in.u8() : in.u16();
    const int height = compact ? in.u8() : in.u16();
    return QRect(x, y, width, height);
}

Decoder::Status RreDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    return pixels.visit([&](auto pixel) {
        if (!m_hasHeader) {
            if (!in.has(4 + pixel.size))
                return Status::NeedMore;
            m_subrectanglesLeft = in.u32();
            if (m_subrectanglesLeft > qint64(rect().width()) * rect().height())
                return fail(u"%1 subrectangles are more than it has pixels"_s.arg(m_subrectanglesLeft));
            framebuffer.fill(rect(), pixel.read(in.take(pixel.size)));
            m_hasHeader = true;
        }
        const int coordinateBytes = m_form == Form::CoRre ? 4 : 8;
        for (; m_subrectanglesLeft > 0 && in.has(pixel.size + coordinateBytes); --m_subrectanglesLeft) {
            const quint32 colour = pixel.read(in.take(pixel.size));
            const QRect part = readSubrectangle(in);
            if (part.x() + part.width() > rect().width() || part.y() + part.height() > rect().height())
                return fail(u"subrectangle %1x%2 at %3,%4 lies outside"_s.arg(part.width())
                                .arg(part.height())
                                .arg(part.x())
                                .arg(part.y()));
            framebuffer.fill(part.translated(rect().topLeft()), colour);
        }
        return m_subrectanglesLeft == 0 ? Status::Done : Status::NeedMore;
    });
}

} // namespace portlight::rfb
