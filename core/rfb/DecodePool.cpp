// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/DecodePool.h"

#include <algorithm>
#include <utility>

namespace portlight::rfb {

DecodePool::~DecodePool()
{
    wait();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_posted.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void DecodePool::post(int lane, std::function<void()> work)
{
    if (m_threads.empty()) {
        for (int i = 0; i < m_wanted; ++i)
            m_threads.emplace_back([this] { serve(); });
    }
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({lane, std::move(work)});
    }
    m_posted.notify_one();
}

bool DecodePool::isIdle(int lane)
{
    const std::lock_guard lock(m_mutex);
    return !m_busy[size_t(lane)] &&
           std::none_of(m_jobs.begin(), m_jobs.end(), [lane](const Job &job) { return job.lane == lane; });
}

/// Runs the first job whose lane is free, unlocked meanwhile; false when there is none.
bool DecodePool::runOne(std::unique_lock<std::mutex> &lock)
{
    const auto isFree = [this](const Job &job) {
        return job.lane == anyLane || !m_busy[size_t(job.lane)];
    };
    const auto next = std::find_if(m_jobs.begin(), m_jobs.end(), isFree);
    if (next == m_jobs.end())
        return false;
    const Job job = std::move(*next);
    m_jobs.erase(next);
    if (job.lane != anyLane)
        m_busy[size_t(job.lane)] = true;
    ++m_running;
    lock.unlock();
    job.work();
    lock.lock();
    --m_running;
    if (job.lane != anyLane) {
        m_busy[size_t(job.lane)] = false;
        if (!m_jobs.empty())
            m_posted.notify_one();
    }
    m_finished.notify_all();
    return true;
}

void DecodePool::wait()
{
    std::unique_lock lock(m_mutex);
    while (!m_jobs.empty() || m_running > 0) {
        if (!runOne(lock))
            m_finished.wait(lock);
    }
}

void DecodePool::serve()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        if (!runOne(lock))
            m_posted.wait(lock);
    }
}

} // namespace portlight::rfb
