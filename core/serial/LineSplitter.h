// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <functional>

namespace portlight {

/// Where a line stands in a stream. A line ends with "\n"; carriage returns belong to the line (AnsiParser knows what
/// they mean). A line longer than LineSplitter::MostPieceBytes comes in pieces.
struct LineExtent
{
    qint64 begin = 0;          ///< Offset of the first byte in the stream.
    qint64 length = 0;         ///< Without the line feed.
    bool continuation = false; ///< Goes on with what the piece before it began.
    bool continues = false;    ///< Goes on in the next piece.

    friend bool operator==(const LineExtent &, const LineExtent &) = default;
};

/// Finds the lines in a stream of bytes, however the stream is cut into reads: the same bytes give the same lines.
/// Pure; keeps no text apart from the last few bytes. One thread at a time.
class LineSplitter
{
public:
    static constexpr qint64 MostPieceBytes = 16 * 1024;
    /// A piece ends up to this many bytes earlier so that it does not cut a character or an escape sequence in two.
    static constexpr qint64 MostBackstep = 64;

    using Sink = std::function<void(const LineExtent &)>;

    /// Takes the next bytes; the sink gets every line that is complete now, in order.
    void feed(QByteArrayView bytes, const Sink &sink);
    /// The line that has begun and has no line feed yet (a prompt, a progress line); length 0 when there is none.
    [[nodiscard]] LineExtent openLine() const;
    /// Ends the open line as if a line feed had come, without one being counted. False when there was none.
    bool finishOpenLine(const Sink &sink);
    /// Bytes taken so far.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    void remember(QByteArrayView bytes);
    [[nodiscard]] char tailByte(qint64 position) const;
    /// Where the open line, which is one byte too long, is to be cut.
    [[nodiscard]] qint64 cutPosition() const;
    /// Whether the escape sequence that begins at `escape` ends before `cut`.
    [[nodiscard]] bool isFinished(qint64 escape, qint64 cut) const;

    qint64 m_position = 0;
    qint64 m_begin = 0;
    bool m_continuation = false;
    std::array<char, 2 * MostBackstep> m_tail{}; ///< A ring of the last bytes of the open line.
};

} // namespace portlight
