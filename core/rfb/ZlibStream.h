// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/RawInflater.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace portlight::rfb {

/// One zlib stream that runs through many rectangles (RFC 1950). Its check sum, at an end that never comes, is not
/// looked at.
class ZlibStream
{
public:
    ZlibStream() = default;
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

    /// Whether anything has come in since the beginning of the stream.
    [[nodiscard]] bool isUsed() const { return m_part != Part::Header || m_headerBytes > 0; }
    /// The last 32 KiB that came out, with which restart() goes on. Nothing when the stream stands in the middle of a
    /// block, where it cannot be taken up; servers end blocks with each rectangle.
    [[nodiscard]] std::optional<QByteArray> dictionary() const;
    /// The next byte goes on with a stream of which dictionary() was taken.
    [[nodiscard]] bool restart(QByteArrayView dictionary);

private:
    enum class Part { Header, Blocks, CheckSum, Ended };

    [[nodiscard]] bool readHeader(ByteReader &in, qsizetype &inputLimit);
    void skipCheckSum(ByteReader &in, qsizetype &inputLimit);

    /// Made when first needed (some 90 KiB): most servers never use all of Tight's four streams.
    std::unique_ptr<RawInflater> m_inflater;
    Part m_part = Part::Header;
    int m_headerBytes = 0;
    quint8 m_method = 0;
    int m_checkSumLeft = 0;
};

} // namespace portlight::rfb
