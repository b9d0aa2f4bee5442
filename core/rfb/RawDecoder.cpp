// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RawDecoder.h"

#include <algorithm>
#include <cstring>

namespace portlight::rfb {

namespace {

constexpr qsizetype bytesAtOnce = 512 * 1024; ///< They are gone through once more while the cache still has them.
/// A smaller rectangle costs less out of a buffer with many of them than with calls, and pieces for its rows, of its
/// own.
constexpr qsizetype fewestBytes = 64 * 1024;

} // namespace

void RawDecoder::reset()
{
    m_row = 0;
    m_done = 0;
}

bool RawDecoder::isDirect(const PixelConverter &pixels)
{
    return Q_BYTE_ORDER == Q_LITTLE_ENDIAN && pixels.isNative();
}

Decoder::Status RawDecoder::decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer)
{
    if (isDirect(pixels)) {
        Status status = received(0, framebuffer);
        while (status == Status::NeedMore && in.available() > 0) {
            const DirectPiece piece = restOfRow(framebuffer, m_done);
            const qsizetype count = std::min(piece.size, in.available());
            std::memcpy(piece.data, in.take(count), size_t(count));
            status = received(count, framebuffer);
        }
        return status;
    }
    const qsizetype wireBytes = qsizetype(rect().width()) * pixels.pixelBytes();
    pixels.visit([&](auto pixel) {
        for (; m_row < rect().height() && in.has(wireBytes); ++m_row)
            convertPixels(pixel, framebuffer.row(rect().y() + m_row) + rect().x(), in.take(wireBytes), rect().width());
    });
    setFinishedRows(m_row);
    return m_row == rect().height() ? Status::Done : Status::NeedMore;
}

DirectPiece RawDecoder::restOfRow(Framebuffer &framebuffer, qsizetype done) const
{
    quint32 *const row = framebuffer.row(rect().y() + int(done / rowBytes())) + rect().x();
    const qsizetype column = done % rowBytes();
    return {reinterpret_cast<uchar *>(row) + column, rowBytes() - column};
}

void RawDecoder::appendPieces(Framebuffer &framebuffer, std::vector<DirectPiece> &pieces, size_t most) const
{
    const qsizetype total = rowBytes() * rect().height();
    const qsizetype end = std::min(total, m_done + bytesAtOnce);
    if (total < fewestBytes)
        return;
    for (qsizetype done = m_done; done < end;) {
        DirectPiece piece = restOfRow(framebuffer, done);
        piece.size = std::min(piece.size, end - done);
        if (!pieces.empty() && pieces.back().data + pieces.back().size == piece.data)
            pieces.back().size += piece.size;
        else if (pieces.size() < most)
            pieces.push_back(piece);
        else
            return;
        done += piece.size;
    }
}

/// The fourth byte of a pixel means nothing on the wire; here it is opaque.
Decoder::Status RawDecoder::received(qsizetype count, Framebuffer &framebuffer)
{
    if (rect().isEmpty())
        return Status::Done;
    const qsizetype end = m_done + count;
    while (m_done < end) {
        const qsizetype row = m_done / rowBytes();
        const qsizetype rowEnd = std::min(end, (row + 1) * rowBytes());
        quint32 *const pixels = framebuffer.row(rect().y() + int(row)) + rect().x();
        const qsizetype last = (rowEnd - row * rowBytes()) / 4;
        for (qsizetype x = (m_done - row * rowBytes()) / 4; x < last; ++x)
            pixels[x] |= opaque;
        m_done = rowEnd;
    }
    setFinishedRows(int(m_done / rowBytes()));
    return finishedRows() == rect().height() ? Status::Done : Status::NeedMore;
}

} // namespace portlight::rfb
