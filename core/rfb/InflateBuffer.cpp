// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/InflateBuffer.h"

#include <cstring>

namespace portlight::rfb {

namespace {

constexpr qsizetype readAhead = 64 * 1024;

} // namespace

void InflateBuffer::begin(qsizetype compressedBytes, qsizetype largestUnit)
{
    m_begin = 0;
    m_end = 0;
    m_compressedLeft = compressedBytes;
    m_drained = false;
    m_broken = false;
    if (m_window.size() < size_t(largestUnit + readAhead))
        m_window.resize(size_t(largestUnit + readAhead));
}

InflateBuffer::Status InflateBuffer::fill(ByteReader &in, ZlibStream &stream, qsizetype wanted)
{
    while (available() < wanted) {
        if (m_broken)
            return Status::Broken;
        if (m_compressedLeft == 0 && m_drained)
            return Status::Ready;
        if (in.available() == 0 && m_drained)
            return Status::NeedMore;
        if (m_begin > 0) {
            std::memmove(m_window.data(), data(), size_t(available()));
            m_end -= m_begin;
            m_begin = 0;
        }
        const qsizetype room = qsizetype(m_window.size()) - m_end;
        const ZlibStream::Step step = stream.inflate(in, m_compressedLeft, m_window.data() + m_end, room);
        m_end += step.produced;
        m_drained = step.produced < room;
        m_broken = !step.valid;
    }
    return Status::Ready;
}

InflateBuffer::Status InflateBuffer::finish(ByteReader &in, ZlibStream &stream)
{
    if (available() > 0)
        return Status::TooMuch;
    if (m_broken)
        return Status::Broken;
    while (m_compressedLeft > 0 || !m_drained) {
        if (m_compressedLeft > 0 && in.available() == 0)
            return Status::NeedMore;
        uchar surplus = 0;
        const ZlibStream::Step step = stream.inflate(in, m_compressedLeft, &surplus, 1);
        if (!step.valid)
            return Status::Broken;
        if (step.produced > 0)
            return Status::TooMuch;
        m_drained = true;
    }
    return Status::Ready;
}

} // namespace portlight::rfb
