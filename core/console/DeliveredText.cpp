// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DeliveredText.h"

#include <algorithm>

namespace portlight {

namespace {

/// A hostile file could be torn into any number of pieces; the last ones are the least useful.
constexpr size_t MostStretches = 256;

} // namespace

DeliveredText::DeliveredText(std::shared_ptr<const LineStore> store)
    : m_store(std::move(store))
{
}

void DeliveredText::clear()
{
    m_stretches.clear();
}

void DeliveredText::add(qint64 offset, qint64 length, qint64 storeOffset)
{
    const auto next = m_stretches.lower_bound(offset);
    if (next == m_stretches.end() && !m_stretches.empty()) {
        auto &[begin, last] = *std::prev(next);
        const bool joins = last.copy.isEmpty() && begin + last.length == offset;
        if (joins && last.storeOffset + last.length == storeOffset) {
            last.length += length;
            return;
        }
    }
    put(offset, {length, storeOffset, {}});
}

void DeliveredText::addCopy(qint64 offset, const QByteArray &bytes)
{
    put(offset, {bytes.size(), 0, bytes});
}

void DeliveredText::put(qint64 offset, Stretch stretch)
{
    if (stretch.length <= 0)
        return;
    makeRoom(offset, offset + stretch.length);
    m_stretches[offset] = std::move(stretch);
    if (m_stretches.size() > MostStretches)
        m_stretches.erase(std::prev(m_stretches.end(), 2));
}

DeliveredText::Stretch DeliveredText::part(const Stretch &stretch, qint64 from, qint64 to)
{
    return {to - from, stretch.storeOffset + from,
            stretch.copy.isEmpty() ? QByteArray() : stretch.copy.sliced(from, to - from)};
}

void DeliveredText::makeRoom(qint64 from, qint64 to)
{
    auto at = m_stretches.lower_bound(from);
    if (at != m_stretches.begin() && std::prev(at)->first + std::prev(at)->second.length > from)
        --at;
    while (at != m_stretches.end() && at->first < to) {
        const auto [begin, old] = *at;
        at = m_stretches.erase(at);
        if (begin < from)
            m_stretches[begin] = part(old, 0, from - begin);
        if (begin + old.length > to)
            m_stretches[to] = part(old, to - begin, old.length);
    }
}

QByteArray DeliveredText::read(qint64 offset, qint64 most) const
{
    QByteArray result;
    auto at = m_stretches.upper_bound(offset);
    if (at != m_stretches.begin())
        --at;
    for (; at != m_stretches.end() && result.size() < most; ++at) {
        const qint64 inside = offset + result.size() - at->first;
        if (inside < 0 || inside >= at->second.length)
            break;
        const qint64 wanted = std::min(most - result.size(), at->second.length - inside);
        const Stretch &stretch = at->second;
        const QByteArray bytes = stretch.copy.isEmpty() ? m_store->rawBytes(stretch.storeOffset + inside, wanted)
                                                        : stretch.copy.sliced(inside, wanted);
        result += bytes;
        if (bytes.size() < wanted)
            break;
    }
    return result;
}

} // namespace portlight
