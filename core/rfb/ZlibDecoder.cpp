// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZlibDecoder.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

void ZlibDecoder::reset()
{
    m_hasLength = false;
    m_row = 0;
}

Decoder::Status ZlibDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    const qsizetype rowBytes = qsizetype(rect().width()) * pixels.pixelBytes();
    if (!m_hasLength) {
        if (!in.has(4))
            return Status::NeedMore;
        const quint32 length = in.u32();
        if (length > largestCompressedSize(rowBytes * rect().height(), 0))
            return fail(u"%1 compressed bytes are more than it can need"_s.arg(length));
        unpacked().begin(length, rowBytes);
        m_hasLength = true;
    }
    InflateBuffer::Status status = InflateBuffer::Status::Ready;
    for (; m_row < rect().height(); ++m_row) {
        status = unpacked().fill(in, m_stream, rowBytes);
        if (status != InflateBuffer::Status::Ready)
            break;
        if (unpacked().available() < rowBytes)
            return fail(u"zlib data ends in row %1"_s.arg(m_row));
        pixels.visit([&](auto pixel) {
            convertPixels(pixel, framebuffer.row(rect().y() + m_row) + rect().x(), unpacked().data(), rect().width());
        });
        unpacked().consume(rowBytes);
        setFinishedRows(m_row + 1);
    }
    if (m_row == rect().height())
        status = unpacked().finish(in, m_stream);
    return outcome(status);
}

} // namespace portlight::rfb
