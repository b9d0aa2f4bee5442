// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SerialNews.h"

#include <algorithm>
#include <utility>

namespace portlight {

namespace {

/// More events than this between two rounds are a file that flickers; the window needs no more of them.
constexpr size_t MostEvents = 64;

} // namespace

SerialNews SerialNewsBoard::take()
{
    const std::unique_lock lock(m_mutex);
    m_announced = false;
    return std::exchange(m_news, {});
}

void SerialNewsBoard::tell(SerialNews::Kind kind, const Error &error)
{
    std::unique_lock lock(m_mutex);
    if (m_news.events.size() < MostEvents)
        m_news.events.push_back({kind, error});
    announce(lock);
}

void SerialNewsBoard::tellChange(const LineStore::Change &change)
{
    std::unique_lock lock(m_mutex);
    m_news.first = m_news.first < 0 ? change.first : std::min(m_news.first, change.first);
    announce(lock);
}

void SerialNewsBoard::tellIndexed(qint64 done, qint64 size)
{
    std::unique_lock lock(m_mutex);
    m_news.indexed = done;
    m_news.indexSize = size;
    announce(lock);
}

void SerialNewsBoard::tellEnd()
{
    std::unique_lock lock(m_mutex);
    m_news.endReached = true;
    announce(lock);
}

void SerialNewsBoard::announce(std::unique_lock<std::mutex> &lock)
{
    if (std::exchange(m_announced, true))
        return;
    lock.unlock();
    if (onNews)
        onNews();
}

} // namespace portlight
