// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineSet.h"

#include <algorithm>
#include <bit>

namespace portlight {

namespace {

constexpr qint64 WordBits = 64;

/// The bits [first, last) of one word.
quint64 bitsBetween(qint64 first, qint64 last)
{
    const quint64 from = ~quint64(0) << first;
    return last == WordBits ? from : from & ~(~quint64(0) << last);
}

/// The place of the `n`-th set bit, which must exist.
qint64 placeOfBit(quint64 word, qint64 n)
{
    for (; n > 0; --n)
        word &= word - 1;
    return std::countr_zero(word);
}

} // namespace

void LineSet::add(qint64 line)
{
    addRange(line, line + 1);
}

void LineSet::addRange(qint64 first, qint64 last)
{
    if (first < 0 || first >= last)
        return;
    const auto words = size_t((last + WordBits - 1) / WordBits);
    if (m_bits.size() < words)
        m_bits.resize(words);
    for (qint64 line = first; line < last;) {
        const qint64 end = std::min(last, (line / WordBits + 1) * WordBits);
        quint64 &word = m_bits[size_t(line / WordBits)];
        const quint64 added = bitsBetween(line % WordBits, end - line / WordBits * WordBits) & ~word;
        word |= added;
        m_size += std::popcount(added);
        line = end;
    }
    m_counted = std::min(m_counted, size_t(first / BlockLines) + 1);
}

void LineSet::removeFrom(qint64 first)
{
    first = std::max<qint64>(0, first);
    const auto words = size_t((first + WordBits - 1) / WordBits);
    if (words > m_bits.size())
        return;
    for (size_t word = words; word < m_bits.size(); ++word)
        m_size -= std::popcount(m_bits[word]);
    m_bits.resize(words);
    if (first % WordBits != 0) {
        quint64 &word = m_bits.back();
        const quint64 kept = word & bitsBetween(0, first % WordBits);
        m_size -= std::popcount(word ^ kept);
        word = kept;
    }
    m_counted = std::min(m_counted, size_t(first / BlockLines) + 1);
}

void LineSet::clear()
{
    *this = LineSet();
}

bool LineSet::contains(qint64 line) const
{
    const auto word = size_t(line / WordBits);
    return line >= 0 && word < m_bits.size() && ((m_bits[word] >> (line % WordBits)) & 1) != 0;
}

qint64 LineSet::size() const
{
    return m_size;
}

/// m_before[b] for all blocks, and one more for the end; entries below m_counted are right already.
void LineSet::count() const
{
    constexpr size_t BlockWords = BlockLines / WordBits;
    const size_t blocks = (m_bits.size() + BlockWords - 1) / BlockWords;
    if (m_counted == blocks + 1 && m_before.size() == blocks + 1)
        return;
    m_before.resize(blocks + 1);
    m_before[0] = 0;
    for (size_t block = std::clamp<size_t>(m_counted, 1, blocks + 1); block <= blocks; ++block) {
        const size_t last = std::min(m_bits.size(), block * BlockWords);
        qint64 members = 0;
        for (size_t word = (block - 1) * BlockWords; word < last; ++word)
            members += std::popcount(m_bits[word]);
        m_before[block] = m_before[block - 1] + members;
    }
    m_counted = blocks + 1;
}

qint64 LineSet::rowOf(qint64 line) const
{
    if (line <= 0)
        return 0;
    if (line >= qint64(m_bits.size()) * WordBits)
        return m_size;
    count();
    const auto block = size_t(line / BlockLines);
    qint64 row = m_before[block];
    const auto last = size_t(line / WordBits);
    for (size_t word = block * BlockLines / WordBits; word < last; ++word)
        row += std::popcount(m_bits[word]);
    if (line % WordBits != 0)
        row += std::popcount(m_bits[last] & bitsBetween(0, line % WordBits));
    return row;
}

qint64 LineSet::lineAt(qint64 row) const
{
    if (row < 0 || row >= m_size)
        return -1;
    count();
    const auto next = std::upper_bound(m_before.begin(), m_before.end(), row);
    const auto block = size_t(next - m_before.begin()) - 1;
    qint64 left = row - m_before[block];
    for (size_t word = block * BlockLines / WordBits;; ++word) {
        const int members = std::popcount(m_bits[word]);
        if (left < members)
            return qint64(word) * WordBits + placeOfBit(m_bits[word], left);
        left -= members;
    }
}

qint64 LineSet::next(qint64 line, int direction) const
{
    if (direction < 0) {
        const qint64 row = line < 0 ? 0 : rowOf(line + 1);
        return lineAt(row - 1);
    }
    return lineAt(rowOf(line));
}

} // namespace portlight
