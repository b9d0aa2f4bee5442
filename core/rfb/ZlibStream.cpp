// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZlibStream.h"

#include <algorithm>

namespace portlight::rfb {

namespace {

// RFC 1950, section 2.2.
constexpr int methodMask = 15;
constexpr int deflateMethod = 8;
constexpr int largestWindow = 7; // 32 KiB
constexpr int presetDictionary = 32;
constexpr int headerModulus = 31;
constexpr int checkSumBytes = 4;

} // namespace

ZlibStream::Step ZlibStream::inflate(ByteReader &in, qsizetype &inputLimit, uchar *output, qsizetype outputSize)
{
    if (m_part == Part::Header && !readHeader(in, inputLimit))
        return {false, 0};
    Step result;
    if (m_part == Part::Blocks) {
        const qsizetype offered = std::min(in.available(), inputLimit);
        const QByteArrayView input(in.data(), offered);
        const RawInflater::Step step = m_inflater->inflate(input, output, outputSize);
        in.skip(step.used);
        inputLimit -= step.used;
        result = {step.valid, step.produced};
        if (step.ended) {
            m_part = Part::CheckSum;
            m_checkSumLeft = checkSumBytes - int(std::min<qsizetype>(step.beyond, checkSumBytes + 1));
            result.valid = step.valid && m_checkSumLeft >= 0;
        }
    }
    if (m_part == Part::CheckSum)
        skipCheckSum(in, inputLimit);
    const bool goesOn = m_part == Part::Ended && std::min(in.available(), inputLimit) > 0;
    return {result.valid && !goesOn, result.produced};
}

bool ZlibStream::readHeader(ByteReader &in, qsizetype &inputLimit)
{
    for (; m_headerBytes < 2 && inputLimit > 0 && in.has(1); ++m_headerBytes, --inputLimit) {
        const quint8 byte = in.u8();
        if (m_headerBytes == 0) {
            m_method = byte;
            continue;
        }
        if ((m_method & methodMask) != deflateMethod || m_method >> 4 > largestWindow || byte & presetDictionary ||
            (m_method << 8 | byte) % headerModulus != 0)
            return false;
    }
    if (m_headerBytes < 2)
        return true;
    if (!m_inflater)
        m_inflater = RawInflater::create();
    m_part = Part::Blocks;
    return m_inflater && m_inflater->restart({});
}

void ZlibStream::skipCheckSum(ByteReader &in, qsizetype &inputLimit)
{
    for (; m_checkSumLeft > 0 && inputLimit > 0 && in.has(1); --m_checkSumLeft, --inputLimit)
        in.skip(1);
    if (m_checkSumLeft <= 0)
        m_part = Part::Ended;
}

void ZlibStream::reset()
{
    m_part = Part::Header;
    m_headerBytes = 0;
}

std::optional<QByteArray> ZlibStream::dictionary() const
{
    return m_part == Part::Blocks ? m_inflater->dictionary() : std::nullopt;
}

bool ZlibStream::restart(QByteArrayView dictionary)
{
    if (!m_inflater)
        m_inflater = RawInflater::create();
    m_part = Part::Blocks;
    return m_inflater && m_inflater->restart(dictionary);
}

} // namespace portlight::rfb
