// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZlibStream.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace portlight::rfb {

namespace {

uInt clipped(qsizetype size)
{
    return uInt(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

} // namespace

ZlibStream::ZlibStream() = default;

ZlibStream::~ZlibStream()
{
    if (m_stream)
        inflateEnd(m_stream.get());
}

/// The state (some 40 KiB) is made when first needed: most servers never use all of Tight's four streams.
bool ZlibStream::isOpen()
{
    if (m_stream)
        return true;
    auto stream = std::make_unique<z_stream>();
    if (inflateInit(stream.get()) != Z_OK)
        return false;
    m_stream = std::move(stream);
    return true;
}

ZlibStream::Step ZlibStream::inflate(ByteReader &in, qsizetype &inputLimit, uchar *output, qsizetype outputSize)
{
    const qsizetype offered = std::min(in.available(), inputLimit);
    if (!isOpen() || (m_ended && offered > 0))
        return {false, 0};
    if (m_ended)
        return {true, 0};
    m_stream->next_in = const_cast<Bytef *>(in.data());
    m_stream->avail_in = clipped(offered);
    m_stream->next_out = output;
    m_stream->avail_out = clipped(outputSize);
    const int answer = ::inflate(m_stream.get(), Z_SYNC_FLUSH);
    const qsizetype used = m_stream->next_in - in.data();
    in.skip(used);
    inputLimit -= used;
    m_ended = answer == Z_STREAM_END;
    // Z_BUF_ERROR only says that nothing could be done with what was given.
    return {answer == Z_OK || answer == Z_STREAM_END || answer == Z_BUF_ERROR, m_stream->next_out - output};
}

void ZlibStream::reset()
{
    m_ended = false;
    if (m_stream)
        inflateReset(m_stream.get());
}

} // namespace portlight::rfb
