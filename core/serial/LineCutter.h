// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portlight {

/// What stands at the beginning of some bytes of a log.
struct LineCut
{
    enum class Kind : quint8 {
        Open,  ///< A line that has not ended yet; `bytes` is all there is.
        Line,  ///< A line with its line feed.
        Piece, ///< The beginning of a line that is too long; the rest is looked at as if it were a line.
        Part,  ///< A line that ends without a line feed, because a long run of NULs follows.
        Nuls,  ///< A long run of NULs: a hole of the file. It may go on behind the bytes given.
    };
    Kind kind = Kind::Open;
    qint64 bytes = 0;

    friend bool operator==(const LineCut &, const LineCut &) = default;
};

/// Where lines end. A line ends with "\n"; carriage returns belong to the line (AnsiParser knows what they mean). A
/// line longer than MostPieceBytes comes in pieces. Pure and without state: what it says depends on nothing but the
/// bytes from the beginning of a line on, so that a log gives the same lines however it is cut into reads.
class LineCutter
{
public:
    static constexpr qint64 MostPieceBytes = 16 * 1024;
    /// A piece ends up to this many bytes earlier so that it does not cut a character or an escape sequence in two.
    static constexpr qint64 MostBackstep = 64;
    /// So many NULs in a row are no text.
    static constexpr qint64 LeastNuls = 4096;

    /// `bytes` is not empty and begins where a line or a piece begins.
    [[nodiscard]] static LineCut next(QByteArrayView bytes);
};

} // namespace portlight
