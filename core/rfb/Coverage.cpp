// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Coverage.h"

#include <algorithm>
#include <bit>

namespace portlight::rfb {

namespace {

constexpr int wordBits = 64;

quint64 lowBits(int count)
{
    return count >= wordBits ? ~quint64(0) : (quint64(1) << count) - 1;
}

/// Up to 64 bits of a row from bit `x` on.
quint64 bitsAt(const std::vector<quint64> &row, int x, int count)
{
    const size_t word = size_t(x / wordBits);
    const int shift = x % wordBits;
    quint64 bits = row[word] >> shift;
    if (shift > 0 && shift + count > wordBits)
        bits |= row[word + 1] << (wordBits - shift);
    return bits & lowBits(count);
}

} // namespace

void Coverage::reset(QSize size)
{
    m_total = qint64(size.width()) * size.height();
    m_missing = m_total;
    m_wordsPerRow = size_t((size.width() + wordBits - 1) / wordBits);
    m_words.assign(m_wordsPerRow * size_t(size.height()), 0);
    m_missingInRow.assign(size_t(size.height()), size.width());
    m_copiedRow.resize(m_wordsPerRow);
}

double Coverage::share() const
{
    return m_total > 0 ? double(m_total - m_missing) / double(m_total) : 0;
}

/// Sets or clears up to 64 bits that lie in one word.
void Coverage::write(int y, int x, int count, quint64 bits)
{
    quint64 &word = words(y)[x / wordBits];
    const quint64 mask = lowBits(count) << (x % wordBits);
    const quint64 changed = (word & ~mask) | (bits << (x % wordBits));
    const int gained = std::popcount(changed) - std::popcount(word);
    word = changed;
    m_missingInRow[size_t(y)] -= gained;
    m_missing -= gained;
}

void Coverage::add(const QRect &rect)
{
    if (m_missing == 0 || rect.isEmpty())
        return;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        if (m_missingInRow[size_t(y)] == 0)
            continue;
        for (int x = rect.left(); x <= rect.right();) {
            const int count = std::min(wordBits - x % wordBits, rect.right() + 1 - x);
            write(y, x, count, lowBits(count));
            x += count;
        }
    }
    if (m_missing == 0)
        m_words = {};
}

bool Coverage::covers(const QRect &rect)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        if (m_missingInRow[size_t(y)] == 0)
            continue;
        for (int x = rect.left(); x <= rect.right();) {
            const int count = std::min(wordBits - x % wordBits, rect.right() + 1 - x);
            if (((words(y)[x / wordBits] >> (x % wordBits)) & lowBits(count)) != lowBits(count))
                return false;
            x += count;
        }
    }
    return true;
}

void Coverage::copy(const QRect &target, QPoint source)
{
    if (m_missing == 0 || target.isEmpty())
        return;
    if (covers(QRect(source, target.size()))) {
        add(target);
        return;
    }
    const bool upwards = source.y() < target.y();
    for (int i = 0; i < target.height(); ++i) {
        const int row = upwards ? target.height() - 1 - i : i;
        const quint64 *const from = words(source.y() + row);
        std::copy(from, from + m_wordsPerRow, m_copiedRow.begin());
        for (int x = 0; x < target.width();) {
            const int at = target.x() + x;
            const int count = std::min(wordBits - at % wordBits, target.width() - x);
            write(target.y() + row, at, count, bitsAt(m_copiedRow, source.x() + x, count));
            x += count;
        }
    }
}

} // namespace portlight::rfb
