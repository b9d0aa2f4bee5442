// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"

#include <QByteArray>

#include <memory>
#include <optional>

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

    /// Whether anything has come out since the beginning of the stream.
    [[nodiscard]] bool isUsed() const;
    /// The last 32 KiB that came out, with which restart() goes on. Nothing when the stream stands in the middle of a
    /// block, where it cannot be taken up; servers end blocks with each rectangle.
    [[nodiscard]] std::optional<QByteArray> dictionary() const;
    /// The next byte goes on with a stream of which dictionary() was taken. Its check sum, at an end that never comes,
    /// is not looked at.
    [[nodiscard]] bool restart(QByteArrayView dictionary);

private:
    [[nodiscard]] bool isOpen();

    std::unique_ptr<z_stream_s> m_stream;
    bool m_ended = false;
    bool m_restarted = false; ///< It is without the stream's header.
};

} // namespace portlight::rfb
