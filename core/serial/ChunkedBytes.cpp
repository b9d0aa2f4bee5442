// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ChunkedBytes.h"

#include <algorithm>

namespace portlight {

void ChunkedBytes::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (m_chunks.empty() || m_chunks.back().bytes.size() + bytes.size() > ChunkBytes) {
        m_chunks.push_back({m_end, {}});
        m_chunks.back().bytes.reserve(std::max(bytes.size(), std::min(ChunkBytes, 16 * bytes.size())));
    }
    m_chunks.back().bytes.append(bytes);
    m_end += bytes.size();
}

void ChunkedBytes::keepAtMost(qint64 most)
{
    while (m_chunks.size() > 1 && m_end - m_chunks.front().begin > most)
        m_chunks.pop_front();
}

QByteArray ChunkedBytes::read(qint64 offset, qint64 length) const
{
    if (offset < begin() || offset >= m_end || length <= 0)
        return {};
    auto chunk = std::upper_bound(m_chunks.begin(), m_chunks.end(), offset,
                                  [](qint64 at, const Chunk &candidate) { return at < candidate.begin; });
    --chunk;
    QByteArray result;
    qint64 left = std::min(length, m_end - offset);
    result.reserve(qsizetype(left));
    for (qint64 at = offset; left > 0; ++chunk) {
        const auto inside = qsizetype(at - chunk->begin);
        const auto part = qsizetype(std::min<qint64>(left, chunk->bytes.size() - inside));
        result.append(QByteArrayView(chunk->bytes).sliced(inside, part));
        at += part;
        left -= part;
    }
    return result;
}

} // namespace portlight
