// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RawDecoder.h"

namespace portlight::rfb {

Decoder::Status RawDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    const qsizetype rowBytes = qsizetype(rect().width()) * pixels.pixelBytes();
    pixels.visit([&](auto pixel) {
        for (; m_row < rect().height() && in.has(rowBytes); ++m_row)
            convertPixels(pixel, framebuffer.row(rect().y() + m_row) + rect().x(), in.take(rowBytes), rect().width());
    });
    setFinishedRows(m_row);
    return m_row == rect().height() ? Status::Done : Status::NeedMore;
}

} // namespace portlight::rfb
