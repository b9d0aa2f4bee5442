// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace portlight::rfb {

/// Threads that work on what one thread posts. Jobs of the same lane run one after the other, in order; all others at
/// the same time.
class DecodePool
{
public:
    static constexpr int lanes = 4;
    static constexpr int anyLane = -1;

    /// The threads are started with the first job.
    explicit DecodePool(int threads)
        : m_wanted(threads)
    {
    }
    /// Waits for what is left.
    ~DecodePool();
    Q_DISABLE_COPY_MOVE(DecodePool)

    void post(int lane, std::function<void()> work);
    /// Nothing of this lane is waiting or being worked on.
    [[nodiscard]] bool isIdle(int lane);
    /// Helps until everything posted has been done.
    void wait();

private:
    struct Job
    {
        int lane = anyLane;
        std::function<void()> work;
    };

    [[nodiscard]] bool runOne(std::unique_lock<std::mutex> &lock);
    void serve();

    const int m_wanted;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_posted; ///< Or a lane has become free, or the end has come.
    std::condition_variable m_finished;
    std::deque<Job> m_jobs;
    std::array<bool, lanes> m_busy{};
    int m_running = 0;
    bool m_ending = false;
};

} // namespace portlight::rfb
