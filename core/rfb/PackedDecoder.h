// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"
#include "rfb/InflateBuffer.h"

namespace portlight::rfb {

/// What decoders of zlib-packed rectangles share.
class PackedDecoder : public Decoder
{
protected:
    /// The most bytes that so many bytes can be packed into when the server flushes zlib so many times; a claim beyond
    /// is refused before anything is read.
    [[nodiscard]] static qsizetype largestCompressedSize(qsizetype unpackedBytes, qsizetype flushes);

    /// The decoder's status when the buffer cannot go on, or when it has finished.
    [[nodiscard]] Status outcome(InflateBuffer::Status status);

    [[nodiscard]] InflateBuffer &unpacked() { return m_unpacked; }

private:
    InflateBuffer m_unpacked;
};

} // namespace portlight::rfb
