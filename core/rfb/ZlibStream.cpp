// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZlibStream.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace portlight::rfb {

namespace {

constexpr int windowBits = 15; // of every zlib stream here: 32 KiB
constexpr qsizetype windowSize = 1 << windowBits;
constexpr int betweenBlocks = 128;

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
    if (!m_stream)
        return;
    if (std::exchange(m_restarted, false))
        inflateReset2(m_stream.get(), windowBits);
    else
        inflateReset(m_stream.get());
}

bool ZlibStream::isUsed() const
{
    return m_stream && (m_restarted || m_stream->total_in > 0);
}

std::optional<QByteArray> ZlibStream::dictionary() const
{
    if (!m_stream || m_ended)
        return std::nullopt;
    // zlib.h, inflate(): 128 between two blocks, 64 in the last one, and bits left over of the last byte.
    if (m_stream->data_type != betweenBlocks)
        return std::nullopt;
    QByteArray bytes(windowSize, Qt::Uninitialized);
    uInt length = 0;
    if (inflateGetDictionary(m_stream.get(), reinterpret_cast<Bytef *>(bytes.data()), &length) != Z_OK)
        return std::nullopt;
    bytes.truncate(length);
    return bytes;
}

bool ZlibStream::restart(QByteArrayView dictionary)
{
    if (dictionary.size() > windowSize || !isOpen() || inflateReset2(m_stream.get(), -windowBits) != Z_OK)
        return false;
    m_ended = false;
    m_restarted = true;
    return inflateSetDictionary(m_stream.get(), reinterpret_cast<const Bytef *>(dictionary.data()),
                                uInt(dictionary.size())) == Z_OK;
}

} // namespace portlight::rfb
