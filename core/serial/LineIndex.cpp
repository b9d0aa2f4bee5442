// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineIndex.h"

#include <algorithm>

namespace portlight {

void LineIndex::append(qint64 bytes, LineTag tag, const KernelClock &clockBefore)
{
    if (size() % BlockLines == 0)
        m_blocks.push_back({m_end, qint64(m_lengths.size()), clockBefore, 0, 0, Severity::None});
    Block &block = m_blocks.back();
    if (tag.lineClass == LineClass::Failure)
        ++block.failures;
    else if (tag.lineClass == LineClass::Warning)
        ++block.warnings;
    block.highest = std::max(block.highest, tag.severity);
    m_tags.push_back(tag.packed());
    m_end += bytes;
    for (; bytes >= 0x80; bytes >>= 7)
        m_lengths.push_back(quint8(bytes | 0x80));
    m_lengths.push_back(quint8(bytes));
}

void LineIndex::clear()
{
    *this = LineIndex();
}

qint64 LineIndex::nextLength(size_t &at) const
{
    qint64 value = 0;
    for (int shift = 0;; shift += 7) {
        const quint8 byte = m_lengths[at++];
        value |= qint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return value;
    }
}

LineIndex::Entry LineIndex::entry(qint64 line) const
{
    Entry result;
    walk(line, line + 1, [&](qint64, const Entry &found) {
        result = found;
        return false;
    });
    return result;
}

} // namespace portlight
