// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PackedDecoder.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

qsizetype PackedDecoder::largestCompressedSize(qsizetype unpackedBytes, qsizetype flushes)
{
    // Stored blocks cost 5 bytes each and Huffman blocks are only used when smaller; a quarter more is generous.
    return unpackedBytes + unpackedBytes / 4 + flushes * 64 + 64 * 1024;
}

Decoder::Status PackedDecoder::outcome(InflateBuffer::Status status)
{
    switch (status) {
    case InflateBuffer::Status::Ready:
        return Status::Done;
    case InflateBuffer::Status::NeedMore:
        return Status::NeedMore;
    case InflateBuffer::Status::Broken:
        return fail(u"broken zlib data"_s);
    case InflateBuffer::Status::TooMuch:
        break;
    }
    return fail(u"zlib data holds more than the rectangle"_s);
}

} // namespace portlight::rfb
