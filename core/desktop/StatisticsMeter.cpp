// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/StatisticsMeter.h"

#include <mutex>

namespace portlight {

namespace {

constexpr qint64 slotLength = 100; // milliseconds
constexpr qint64 slotsKept = 20;

} // namespace

StatisticsMeter::StatisticsMeter()
{
    m_clock.start();
}

void StatisticsMeter::addBytes(qint64 count)
{
    const std::unique_lock lock(m_mutex);
    currentSlot().bytes += count;
    m_bytes += count;
}

void StatisticsMeter::addUpdate()
{
    const std::unique_lock lock(m_mutex);
    ++currentSlot().updates;
    ++m_updates;
}

void StatisticsMeter::addEncoding(const QString &name)
{
    const std::unique_lock lock(m_mutex);
    m_encodings.append(name);
    m_encodings.sort();
}

SessionStatistics StatisticsMeter::statistics() const
{
    const std::unique_lock lock(m_mutex);
    const qint64 oldest = m_clock.elapsed() / slotLength - slotsKept;
    SessionStatistics result;
    result.bytesReceived = m_bytes;
    result.updates = m_updates;
    result.encodings = m_encodings;
    qint64 bytes = 0;
    int updates = 0;
    for (const Slot &slot : m_slots) {
        if (slot.number > oldest) {
            bytes += slot.bytes;
            updates += slot.updates;
        }
    }
    constexpr double seconds = double(slotLength * slotsKept) / 1000;
    result.updatesPerSecond = updates / seconds;
    result.kilobytesPerSecond = double(bytes) / 1000 / seconds;
    return result;
}

StatisticsMeter::Slot &StatisticsMeter::currentSlot()
{
    const qint64 number = m_clock.elapsed() / slotLength;
    while (!m_slots.empty() && m_slots.front().number <= number - slotsKept)
        m_slots.pop_front();
    if (m_slots.empty() || m_slots.back().number != number)
        m_slots.push_back({number, 0, 0});
    return m_slots.back();
}

} // namespace portlight
