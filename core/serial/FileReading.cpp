// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/FileReading.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>

#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first chunk is small, so that the first lines are there at once.
constexpr qint64 FirstChunkBytes = 64 * 1024;
/// Holes that are smaller are read like text.
constexpr qint64 LeastHoleBytes = 1024 * 1024;
constexpr int MostThreads = 64;

} // namespace

FileReading::FileReading(LineStore::Private &store, int descriptor, qint64 from, qint64 to,
                         LineStore::FileProgress progress)
    : m_store(store)
    , m_descriptor(descriptor)
    , m_from(from)
    , m_to(to)
    , m_progress(std::move(progress))
    , m_planned(from)
{
}

Result<void> FileReading::run(int threads)
{
    const qint64 chunks = (m_to - m_from) / std::max<qint64>(1, m_store.limits.fileChunkBytes) + 1;
    const auto helpers = std::min<qint64>(std::clamp(threads, 1, MostThreads), chunks) - 1;
    m_mostChunks = size_t(helpers > 0 ? 2 * helpers + 2 : 1);
    const off_t position = ::lseek(m_descriptor, 0, SEEK_CUR);
    std::vector<std::thread> running;
    try {
        for (qint64 i = 0; i < helpers; ++i)
            running.emplace_back([this] { helper(); });
    } catch (const std::system_error &) {
        // There are no more threads to be had; those there are will do.
    }
    bool hasFailed = false;
    {
        std::unique_lock lock(m_mutex);
        while (!hasFailed && !m_isStopped) {
            Chunk *chunk = ready(lock, m_store.maker);
            if (!chunk)
                break;
            lock.unlock();
            const bool isJoined = join(*chunk);
            lock.lock();
            hasFailed = !isJoined;
            m_spare.splice(m_spare.end(), m_chunks, m_chunks.begin());
            m_condition.notify_all();
        }
        m_isStopped = true;
        m_condition.notify_all();
    }
    for (std::thread &thread : running)
        thread.join();
    ::lseek(m_descriptor, position, SEEK_SET); // Looking for holes has moved it.
    if (hasFailed)
        return failure(ErrorKind::Failed, u"file.failed"_s,
                       QCoreApplication::translate("LineStore", "The log cannot be read to its end."));
    return {};
}

void FileReading::helper()
{
    LineBatchMaker maker(m_store.classifier);
    std::unique_lock lock(m_mutex);
    while (!m_isStopped) {
        Chunk *chunk = next();
        if (!chunk) {
            if (m_planned >= m_to)
                return;
            m_condition.wait(lock);
            continue;
        }
        lock.unlock();
        read(*chunk, maker);
        lock.lock();
        chunk->state = Chunk::State::Ready;
        m_condition.notify_all();
    }
}

/// The first chunk, when it is ready; null at the end. Reads chunks itself while it waits.
FileReading::Chunk *FileReading::ready(std::unique_lock<std::mutex> &lock, LineBatchMaker &maker)
{
    for (;;) {
        if (!m_chunks.empty() && m_chunks.front().state == Chunk::State::Ready)
            return &m_chunks.front();
        if (Chunk *chunk = next()) {
            lock.unlock();
            read(*chunk, maker);
            lock.lock();
            chunk->state = Chunk::State::Ready;
            continue;
        }
        if (m_chunks.empty())
            return nullptr;
        m_condition.wait(lock);
    }
}

/// A chunk that nobody reads yet; null when there are enough of them, or no more.
FileReading::Chunk *FileReading::next()
{
    if (m_planned >= m_to || m_chunks.size() >= m_mostChunks || m_isStopped)
        return nullptr;
    if (m_spare.empty())
        m_spare.emplace_back();
    m_chunks.splice(m_chunks.end(), m_spare, m_spare.begin());
    Chunk &chunk = m_chunks.back();
    planChunk(chunk);
    chunk.state = Chunk::State::Busy;
    return &chunk;
}

void FileReading::planChunk(Chunk &chunk)
{
    chunk.from = m_planned;
    if (m_planned >= m_dataTo) {
        const off_t data = ::lseek(m_descriptor, m_planned, SEEK_DATA);
        m_dataFrom = data >= 0 ? std::min<qint64>(data, m_to) : errno == ENXIO ? m_to : m_planned;
        const off_t hole = data >= 0 ? ::lseek(m_descriptor, data, SEEK_HOLE) : -1;
        m_dataTo = hole >= 0 ? std::min<qint64>(hole, m_to) : m_to;
        if (m_dataFrom - m_planned < LeastHoleBytes)
            m_dataFrom = m_planned;
    }
    chunk.isHole = m_planned < m_dataFrom;
    const qint64 most = std::max<qint64>(1, m_store.limits.fileChunkBytes);
    const qint64 wanted = m_planned == m_from ? std::min(most, FirstChunkBytes) : most;
    chunk.to = chunk.isHole ? m_dataFrom : std::min({m_planned + wanted, m_dataTo, m_to});
    m_planned = chunk.to;
}

void FileReading::read(Chunk &chunk, LineBatchMaker &maker)
{
    chunk.batch.clear();
    chunk.hasBody = chunk.hasFailed = false;
    if (chunk.isHole)
        return;
    const qint64 length = chunk.to - chunk.from;
    if (chunk.raw.size() < length)
        chunk.raw.resize(length);
    qint64 done = 0;
    while (done < length) {
        const ssize_t count = ::pread(m_descriptor, chunk.raw.data() + done, size_t(length - done), chunk.from + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    chunk.hasFailed = done < length;
    chunk.to = chunk.from + done;
    const char *const bytes = chunk.raw.constData();
    const void *const first = std::memchr(bytes, '\n', size_t(done));
    if (!first)
        return;
    chunk.bodyFrom = static_cast<const char *>(first) - bytes + 1;
    chunk.bodyTo = static_cast<const char *>(::memrchr(bytes, '\n', size_t(done))) - bytes + 1;
    ScanState state;
    const QByteArrayView body(bytes + chunk.bodyFrom, chunk.bodyTo - chunk.bodyFrom);
    maker.make(body, PlainScanner::End::Open, state, chunk.batch);
    chunk.stateBehind = state;
    chunk.hasBody = true;
}

/// False when the file could not be read to the end of the chunk, or there is no descriptor left.
bool FileReading::join(Chunk &chunk)
{
    m_isChanged = false;
    const qint64 length = chunk.to - chunk.from;
    if (length > 0 && !m_store.bytes.appendFile(m_descriptor, chunk.from, length))
        return false;
    if (chunk.isHole) {
        tell(m_store.feedNuls(length, {}));
    } else if (chunk.hasBody) {
        const QByteArrayView raw(chunk.raw.constData(), length);
        add(raw.first(chunk.bodyFrom));
        // What the hypervisor cut off a line before is not known to those who read the body.
        if (m_store.open.state.carried.isEmpty())
            tell(m_store.joinBody(chunk.batch, chunk.stateBehind));
        else
            add(raw.sliced(chunk.bodyFrom).first(chunk.bodyTo - chunk.bodyFrom));
        add(raw.sliced(chunk.bodyTo));
    } else {
        add(QByteArrayView(chunk.raw.constData(), length));
    }
    if (m_isChanged && m_progress && !m_progress(chunk.to - m_from, m_change)) {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    return !chunk.hasFailed;
}

void FileReading::add(QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        tell(m_store.feed(bytes, {}));
}

void FileReading::tell(const LineStore::Change &change)
{
    if (!m_isChanged) {
        m_change = change;
        m_isChanged = true;
        return;
    }
    const qint64 end = change.first + change.count;
    m_change.first = std::min(m_change.first, change.first);
    m_change.count = end - m_change.first;
    m_change.failures = m_store.failuresIn(m_change.first, end);
}

} // namespace portlight
