// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/ZlibStream.h"

#include <vector>

namespace portlight::rfb {

/// The unpacked bytes of one rectangle, a window at a time: compressed bytes are unpacked as they come in and as far as
/// the decoder needs them, so neither a long rectangle nor a zlib bomb takes memory.
class InflateBuffer
{
public:
    enum class Status {
        Ready,    ///< The bytes wanted are there, or all there will ever be.
        NeedMore, ///< More has to come from the server.
        Broken,   ///< Not valid zlib data.
        TooMuch,  ///< finish() only: there is more than the rectangle holds.
    };

    /// The next rectangle has this many compressed bytes, and units of at most `largestUnit` bytes will be wanted.
    void begin(qsizetype compressedBytes, qsizetype largestUnit);

    /// Tries to have `wanted` bytes together.
    [[nodiscard]] Status fill(ByteReader &in, ZlibStream &stream, qsizetype wanted);
    /// Takes what is left of the compressed bytes; nothing may come out of it any more.
    [[nodiscard]] Status finish(ByteReader &in, ZlibStream &stream);

    [[nodiscard]] const uchar *data() const { return m_window.data() + m_begin; }
    [[nodiscard]] qsizetype available() const { return m_end - m_begin; }
    void consume(qsizetype count) { m_begin += count; }

private:
    std::vector<uchar> m_window;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    qsizetype m_compressedLeft = 0;
    bool m_broken = false;  ///< What came before the damage is still handed out, however the bytes were split.
    bool m_drained = false; ///< zlib holds no further output of what it has been given.
};

} // namespace portlight::rfb
