// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace portlight::rfb {

/// Unpacks a deflate stream without header and check sum (RFC 1951), in pieces. However the pieces are cut, the same
/// bytes come out, up to what is broken.
class RawInflater
{
public:
    /// What one step did.
    struct Step
    {
        bool valid = true;      ///< False: what comes after the bytes produced is broken.
        bool ended = false;     ///< The last block is over.
        qsizetype used = 0;     ///< Bytes read.
        qsizetype produced = 0; ///< Bytes written; fewer than there is room: more input is needed.
        qsizetype beyond = 0;   ///< When ended: bytes behind the last block that were read too.
    };

    virtual ~RawInflater() = default;

    [[nodiscard]] virtual Step inflate(QByteArrayView input, uchar *output, qsizetype outputSize) = 0;
    /// The next byte begins a new stream which may refer to these bytes, at most 32 KiB, as if they had come before it.
    [[nodiscard]] virtual bool restart(QByteArrayView dictionary) = 0;
    /// The last 32 KiB that came out, with which restart() goes on. Nothing when the stream stands in the middle of a
    /// block or of a byte, where it cannot be taken up.
    [[nodiscard]] virtual std::optional<QByteArray> dictionary() const = 0;

    static constexpr qsizetype windowSize = 32 * 1024;

    /// With zlib; null: no memory.
    [[nodiscard]] static std::unique_ptr<RawInflater> withZlib();
    /// With Intel's ISA-L, two to three times as fast; null where the program was built without it.
    [[nodiscard]] static std::unique_ptr<RawInflater> withIsal();
    /// The fastest there is.
    [[nodiscard]] static std::unique_ptr<RawInflater> create();
};

} // namespace portlight::rfb
