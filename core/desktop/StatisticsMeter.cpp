// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/StatisticsMeter.h"

#include <algorithm>
#include <mutex>

namespace portlight {

namespace {

constexpr qint64 slotLength = 100; // milliseconds
constexpr qint64 slotsKept = 20;

QList<SessionStatistics::Share> shares(const QHash<QString, qint64> &pixels)
{
    double all = 0;
    for (const qint64 count : pixels)
        all += double(count);
    QList<SessionStatistics::Share> mix;
    for (auto each = pixels.begin(); each != pixels.end(); ++each)
        mix.append({each.key(), double(each.value()) / all});
    std::sort(mix.begin(), mix.end(), [](const auto &left, const auto &right) {
        return left.share != right.share ? left.share > right.share : left.encoding < right.encoding;
    });
    return mix;
}

} // namespace

StatisticsMeter::StatisticsMeter()
{
    m_clock.start();
}

void StatisticsMeter::reset()
{
    const std::unique_lock lock(m_mutex);
    m_slots.clear();
    m_bytes = 0;
    m_updates = 0;
    m_encodings.clear();
    m_roundTrip = -1;
    m_asked.invalidate();
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

void StatisticsMeter::addPixels(const QString &encoding, qint64 count)
{
    if (count <= 0)
        return;
    const std::unique_lock lock(m_mutex);
    currentSlot().pixels[encoding] += count;
}

void StatisticsMeter::addDecodeTime(std::chrono::nanoseconds time)
{
    const std::unique_lock lock(m_mutex);
    currentSlot().decodeTime += time;
}

void StatisticsMeter::beginRoundTrip()
{
    const std::unique_lock lock(m_mutex);
    m_asked.start();
}

void StatisticsMeter::endRoundTrip()
{
    const std::unique_lock lock(m_mutex);
    if (!m_asked.isValid())
        return;
    m_roundTrip = double(m_asked.nsecsElapsed()) / 1e6;
    m_asked.invalidate();
}

void StatisticsMeter::setQuality(const QString &text)
{
    const std::unique_lock lock(m_mutex);
    m_quality = text;
}

SessionStatistics StatisticsMeter::statistics() const
{
    const std::unique_lock lock(m_mutex);
    const qint64 oldest = m_clock.elapsed() / slotLength - slotsKept;
    SessionStatistics result;
    result.bytesReceived = m_bytes;
    result.updates = m_updates;
    result.encodings = m_encodings;
    result.quality = m_quality;
    result.roundTripMilliseconds = roundTrip();
    qint64 bytes = 0;
    int updates = 0;
    std::chrono::nanoseconds decodeTime{0};
    QHash<QString, qint64> pixels;
    for (const Slot &slot : m_slots) {
        if (slot.number <= oldest)
            continue;
        bytes += slot.bytes;
        updates += slot.updates;
        decodeTime += slot.decodeTime;
        for (auto each = slot.pixels.begin(); each != slot.pixels.end(); ++each)
            pixels[each.key()] += each.value();
    }
    constexpr double seconds = double(slotLength * slotsKept) / 1000;
    result.updatesPerSecond = updates / seconds;
    result.kilobytesPerSecond = double(bytes) / 1000 / seconds;
    result.mix = shares(pixels);
    if (updates > 0)
        result.decodeMilliseconds = double(decodeTime.count()) / 1e6 / updates;
    return result;
}

/// An answer that is overdue says more than the last one that came.
double StatisticsMeter::roundTrip() const
{
    if (!m_asked.isValid() || m_roundTrip < 0)
        return m_roundTrip;
    return std::max(m_roundTrip, double(m_asked.elapsed()));
}

StatisticsMeter::Slot &StatisticsMeter::currentSlot()
{
    const qint64 number = m_clock.elapsed() / slotLength;
    while (!m_slots.empty() && m_slots.front().number <= number - slotsKept)
        m_slots.pop_front();
    if (m_slots.empty() || m_slots.back().number != number) {
        m_slots.emplace_back();
        m_slots.back().number = number;
    }
    return m_slots.back();
}

} // namespace portlight
