// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"

#include <memory>

struct z_stream_s;

namespace portlight::rfb {

/// One zlib stream that runs through many rectangles (RFC 1950).
class ZlibStream
{
public:
    ZlibStream();
    ~ZlibStream();
    Q_DISABLE_COPY_MOVE(ZlibStream)

    /// What one step did.
    struct Step
    {
        bool valid = true;      ///< False: the data is broken, or goes on after the stream's end.
        qsizetype produced = 0; ///< Bytes written.
    };

    /// Unpacks from `in`, at most `inputLimit` bytes of it (lowered by what was used), into `outputSize` bytes at
    /// `output`.
    [[nodiscard]] Step inflate(ByteReader &in, qsizetype &inputLimit, uchar *output, qsizetype outputSize);

    /// The next byte begins a new stream.
    void reset();

private:
    [[nodiscard]] bool isOpen();

    std::unique_ptr<z_stream_s> m_stream;
    bool m_ended = false;
};

} // namespace portlight::rfb
