// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace portlight {

/// The end of a stream of bytes, in chunks; the oldest chunks are dropped when there is too much.
/// Offsets count from the beginning of the stream and stay valid. Not thread-safe.
class ChunkedBytes
{
public:
    /// Small appends share a chunk of this size.
    static constexpr qsizetype ChunkBytes = 64 * 1024;

    void append(QByteArrayView bytes);
    /// Drops whole chunks from the beginning until at most `most` bytes are left (the last chunk always stays).
    void keepAtMost(qint64 most);

    /// Offset of the first byte that is kept, and of the byte behind the last.
    [[nodiscard]] qint64 begin() const { return m_chunks.empty() ? m_end : m_chunks.front().begin; }
    [[nodiscard]] qint64 end() const { return m_end; }
    /// Up to `length` bytes from `offset`; empty where `offset` is not kept.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;

private:
    struct Chunk
    {
        qint64 begin = 0;
        QByteArray bytes;
    };
    std::deque<Chunk> m_chunks;
    qint64 m_end = 0;
};

} // namespace portlight
