// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogFilterThreads.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr int ThreadCount = 2;
/// The first stretches are small so that the first matches come at once.
constexpr qint64 FirstStretchLines = 1024;
constexpr qint64 MostStretchLines = 65536;
/// Nobody takes them: no use in going on, and no memory for it.
constexpr size_t MostStretches = 64;
/// Also how long stop() can take: well below a millisecond.
constexpr qint64 MostBlockBytes = 256 * 1024;
constexpr qint64 LeastBlockBytes = 4096;

void addLine(std::vector<LogFilterThreads::Run> &runs, qint64 line)
{
    if (!runs.empty() && runs.back().last == line)
        ++runs.back().last;
    else
        runs.push_back({line, line + 1});
}

void cutRuns(std::vector<LogFilterThreads::Run> &runs, qint64 last)
{
    while (!runs.empty() && runs.back().first >= last)
        runs.pop_back();
    if (!runs.empty())
        runs.back().last = std::min(runs.back().last, last);
}

} // namespace

struct LogFilterThreads::Memory
{
    quint64 generation = 0;
    std::shared_ptr<const LineStore> store;
    std::unique_ptr<LogQuery::Scanner> scanner;
    PlainBlock block;
    std::vector<LineClass> classes;
    std::vector<qint64> found;
    double bytesPerLine = 80;
};

LogFilterThreads::LogFilterThreads(std::function<void()> news)
    : m_news(std::move(news))
{
}

LogFilterThreads::~LogFilterThreads()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_stretches.clear();
        ++m_generation;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void LogFilterThreads::beginThreads()
{
    if (!m_threads.empty())
        return;
    for (int i = 0; i < ThreadCount; ++i)
        m_threads.emplace_back([this] { run(); });
}

void LogFilterThreads::start(std::shared_ptr<const LineStore> store, const LogQuery &query, qint64 first, qint64 last)
{
    beginThreads();
    {
        const std::lock_guard lock(m_mutex);
        m_store = std::move(store);
        m_query = query;
        ++m_generation;
        m_stretches.clear();
        m_taken = m_next = first;
        m_last = last;
        m_stretchLines = FirstStretchLines;
    }
    m_wake.notify_all();
}

void LogFilterThreads::stop()
{
    const std::lock_guard lock(m_mutex);
    m_store.reset();
    m_query = {};
    ++m_generation;
    m_stretches.clear();
    m_taken = m_next = m_last = 0;
}

void LogFilterThreads::change(qint64 first, qint64 last)
{
    {
        const std::lock_guard lock(m_mutex);
        m_last = last;
        m_next = std::min(m_next, first);
        m_taken = std::min(m_taken, first);
        while (!m_stretches.empty() && m_stretches.back()->first >= first) {
            m_stretches.back()->last = m_stretches.back()->first; // Whoever looks at it stops.
            m_stretches.pop_back();
        }
        if (!m_stretches.empty() && m_stretches.back()->last > first) {
            Stretch &stretch = *m_stretches.back();
            stretch.last = first;
            stretch.done = std::min(stretch.done, first);
            cutRuns(stretch.runs, first);
            if (stretch.done == stretch.last && m_taken == first)
                m_stretches.pop_back();
        }
    }
    m_wake.notify_all();
}

LogFilterThreads::Piece LogFilterThreads::take(size_t mostRuns)
{
    Piece piece;
    {
        const std::lock_guard lock(m_mutex);
        piece.first = m_taken;
        while (!m_stretches.empty() && piece.runs.size() <= mostRuns) {
            Stretch &stretch = *m_stretches.front();
            piece.runs.insert(piece.runs.end(), stretch.runs.begin(), stretch.runs.end());
            stretch.runs.clear();
            m_taken = std::max(m_taken, stretch.done);
            if (stretch.done < stretch.last)
                break;
            m_stretches.pop_front();
        }
        piece.last = m_taken;
    }
    m_wake.notify_all();
    return piece;
}

bool LogFilterThreads::isWork() const
{
    return m_store && m_next < m_last && m_stretches.size() < MostStretches;
}

std::shared_ptr<LogFilterThreads::Stretch> LogFilterThreads::nextStretch()
{
    auto stretch = std::make_shared<Stretch>();
    stretch->first = stretch->done = m_next;
    stretch->last = m_next = std::min(m_last, m_next + m_stretchLines);
    m_stretchLines = std::min(2 * m_stretchLines, MostStretchLines);
    m_stretches.push_back(stretch);
    return stretch;
}

void LogFilterThreads::run()
{
    Memory memory;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!isWork()) {
            memory.store.reset(); // A log that is closed shall not live on here.
            memory.generation = 0;
            m_wake.wait(lock, [this] { return m_stopping || isWork(); });
            continue;
        }
        const auto stretch = nextStretch();
        if (memory.generation != m_generation) {
            memory.generation = m_generation;
            memory.store = m_store;
            memory.scanner = std::make_unique<LogQuery::Scanner>(m_query);
        }
        look(*stretch, memory, lock);
    }
}

/// Called and left with the lock; it is not held while the text is looked at.
void LogFilterThreads::look(Stretch &stretch, Memory &memory, std::unique_lock<std::mutex> &lock)
{
    while (memory.generation == m_generation && stretch.done < stretch.last) {
        const qint64 first = stretch.done;
        const double wanted = memory.bytesPerLine * double(stretch.last - first) + LeastBlockBytes;
        lock.unlock();
        memory.store->plainBlock(first, qint64(std::min(wanted, double(MostBlockBytes))), memory.block, memory.classes);
        memory.found.clear();
        const qint64 count = memory.block.count();
        if (count > 0) {
            memory.scanner->scan(memory.block, memory.classes, memory.found);
            memory.bytesPerLine = double(memory.block.text.size()) / double(count);
        }
        lock.lock();
        if (memory.generation != m_generation || stretch.done != first)
            return; // Given up meanwhile.
        // A log that became shorter has no more lines; whoever made it shorter will say so.
        stretch.done = count > 0 ? std::min(first + count, stretch.last) : stretch.last;
        for (const qint64 line : memory.found) {
            if (line < stretch.last)
                addLine(stretch.runs, line);
        }
        if (!m_stretches.empty() && m_stretches.front().get() == &stretch)
            m_news();
    }
}

} // namespace portlight
