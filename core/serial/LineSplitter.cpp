// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineSplitter.h"

#include <algorithm>
#include <cstring>

namespace portlight {

void LineSplitter::remember(QByteArrayView bytes)
{
    const QByteArrayView last = bytes.last(std::min<qsizetype>(bytes.size(), qsizetype(m_tail.size())));
    qint64 position = m_position + (bytes.size() - last.size());
    for (const char byte : last)
        m_tail[size_t(position++) % m_tail.size()] = byte;
}

char LineSplitter::tailByte(qint64 position) const
{
    return m_tail[size_t(position) % m_tail.size()];
}

qint64 LineSplitter::cutPosition() const
{
    // The open line is one byte longer than a piece may be; that byte is the first of the next piece at the latest.
    const qint64 latest = m_begin + MostPieceBytes;
    qint64 cut = latest;
    while (latest - cut < 3 && (uchar(tailByte(cut)) & 0xc0) == 0x80)
        --cut;
    if ((uchar(tailByte(cut)) & 0xc0) == 0x80)
        cut = latest; // No character is that long: not UTF-8.
    for (qint64 at = latest - 1; at >= latest - MostBackstep; --at) {
        if (tailByte(at) != '\x1b')
            continue;
        return isFinished(at, cut) ? cut : at;
    }
    return cut;
}

bool LineSplitter::isFinished(qint64 escape, qint64 cut) const
{
    qint64 at = escape + 1;
    if (at >= cut)
        return false;
    const char kind = tailByte(at++);
    if (kind == '[') {
        while (at < cut && tailByte(at) >= 0x20 && tailByte(at) <= 0x3f)
            ++at;
        return at < cut;
    }
    if (kind == ']') {
        while (at < cut && tailByte(at) != '\a')
            ++at;
        return at < cut;
    }
    return kind < 0x20 || kind > 0x2f || at < cut;
}

void LineSplitter::feed(QByteArrayView bytes, const Sink &sink)
{
    while (!bytes.isEmpty()) {
        const qint64 room = MostPieceBytes + 1 - (m_position - m_begin);
        const QByteArrayView window = bytes.first(std::min<qsizetype>(bytes.size(), qsizetype(room)));
        const void *feed = std::memchr(window.data(), '\n', size_t(window.size()));
        if (feed) {
            const qint64 length = static_cast<const char *>(feed) - window.data();
            m_position += length + 1;
            const LineExtent line{m_begin, m_position - 1 - m_begin, m_continuation, false};
            m_begin = m_position;
            m_continuation = false;
            bytes = bytes.sliced(qsizetype(length) + 1);
            sink(line);
            continue;
        }
        remember(window);
        m_position += window.size();
        bytes = bytes.sliced(window.size());
        if (m_position - m_begin > MostPieceBytes) {
            const qint64 cut = cutPosition();
            const LineExtent piece{m_begin, cut - m_begin, m_continuation, true};
            m_begin = cut;
            m_continuation = true;
            sink(piece);
        }
    }
}

LineExtent LineSplitter::openLine() const
{
    return {m_begin, m_position - m_begin, m_continuation, false};
}

bool LineSplitter::finishOpenLine(const Sink &sink)
{
    if (m_position == m_begin && !m_continuation)
        return false;
    const LineExtent line{m_begin, m_position - m_begin, m_continuation, false};
    m_begin = m_position;
    m_continuation = false;
    sink(line);
    return true;
}

} // namespace portlight
