// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogBytes.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace portlight {

namespace {

/// The temporary file is made of so many, so that the oldest can be given back.
constexpr qint64 FilesAtMost = 8;

} // namespace

void LogBytes::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const bool isFull =
            m_segments.empty() || !m_segments.back().memory || m_segments.back().memory->size() >= segmentBytes();
        const qsizetype room = segmentBytes() - (isFull ? 0 : m_segments.back().memory->size());
        const QByteArrayView part = bytes.first(std::min<qsizetype>(bytes.size(), room));
        {
            const std::lock_guard lock(m_mutex);
            if (isFull)
                m_segments.push_back({m_end, m_end, nullptr, 0, true, std::make_shared<QByteArray>()});
            m_segments.back().memory->append(part);
            m_segments.back().end = m_end += part.size();
        }
        m_own += part.size();
        m_memory += part.size();
        bytes = bytes.sliced(part.size());
        if (m_segments.back().memory->size() >= segmentBytes())
            spill();
        keepWithinLimits();
    }
}

bool LogBytes::appendFile(int descriptor, qint64 offset, qint64 length)
{
    if (!m_segments.empty()) {
        Segment &last = m_segments.back();
        const bool goesOn = last.file && !last.isOwn && last.offset + (last.end - last.begin) == offset &&
                            last.file->isSameFile(descriptor);
        if (goesOn) {
            const std::lock_guard lock(m_mutex);
            last.end = m_end += length;
            return true;
        }
    }
    std::shared_ptr<LogDescriptor> file = LogDescriptor::duplicate(descriptor);
    if (!file)
        return false;
    const std::lock_guard lock(m_mutex);
    m_segments.push_back({m_end, m_end + length, std::move(file), offset, false, nullptr});
    m_end += length;
    return true;
}

void LogBytes::forgetFile()
{
    const auto last =
        std::find_if(m_segments.rbegin(), m_segments.rend(), [](const Segment &segment) { return !segment.isOwn; });
    if (last == m_segments.rend())
        return;
    const std::shared_ptr<LogDescriptor> file = last->file;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_segments,
                  [&](const Segment &segment) { return !segment.isOwn && segment.file->isSameFile(file->get()); });
}

void LogBytes::clear()
{
    const std::lock_guard lock(m_mutex);
    m_segments.clear();
    m_file.reset();
    m_end = m_own = m_memory = m_fileEnd = 0;
}

/// The full segments of memory become parts of the temporary file.
void LogBytes::spill()
{
    for (;;) {
        const auto full = std::find_if(m_segments.begin(), m_segments.end(), [&](const Segment &segment) {
            return segment.memory && segment.memory->size() >= segmentBytes();
        });
        if (full == m_segments.end())
            return;
        const qint64 length = full->memory->size();
        if (beginFile(length) && m_file->write(m_fileEnd, full->memory->constData(), length)) {
            const std::lock_guard lock(m_mutex);
            full->file = m_file;
            full->offset = m_fileEnd;
            full->memory.reset();
            m_memory -= length;
            m_fileEnd += length;
        } else if (!m_file || !makeRoom()) {
            m_file.reset(); // The next full segment tries again.
            return;
        }
    }
}

/// False when there is no temporary file with room for `length` more bytes.
bool LogBytes::beginFile(qint64 length)
{
    if (m_file && m_fileEnd + length <= std::max(length, m_limits.mostBytes / FilesAtMost))
        return true;
    m_file = m_limits.folder.isEmpty() ? nullptr : LogDescriptor::temporary(m_limits.folder);
    m_fileEnd = 0;
    return m_file != nullptr;
}

/// The disk is full: the oldest bytes make room. False when there are none.
bool LogBytes::makeRoom()
{
    const bool hasOlder = std::any_of(m_segments.begin(), m_segments.end(), [&](const Segment &segment) {
        return segment.isOwn && segment.file && segment.file != m_file;
    });
    if (hasOlder)
        dropOldest();
    return hasOlder;
}

qint64 LogBytes::segmentBytes() const
{
    return std::clamp<qint64>(m_limits.mostBytes / 4, 4096, MemoryBytes);
}

void LogBytes::dropOldest()
{
    const std::lock_guard lock(m_mutex);
    const auto oldest =
        std::find_if(m_segments.begin(), m_segments.end(), [](const Segment &segment) { return segment.isOwn; });
    if (oldest == m_segments.end())
        return;
    m_own -= oldest->end - oldest->begin;
    m_memory -= oldest->memory ? oldest->memory->size() : 0;
    m_segments.erase(oldest);
}

void LogBytes::keepWithinLimits()
{
    // The newest segment always stays.
    while (m_own > segmentBytes() && (m_own > m_limits.mostBytes || m_memory > m_limits.mostMemory))
        dropOldest();
}

qint64 LogBytes::begin() const
{
    const std::lock_guard lock(m_mutex);
    return m_segments.empty() ? m_end : m_segments.front().begin;
}

qint64 LogBytes::end() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

QByteArray LogBytes::read(qint64 offset, qint64 length) const
{
    QByteArray bytes(std::clamp<qint64>(length, 0, std::max<qint64>(0, end() - offset)), Qt::Uninitialized);
    bytes.truncate(read(offset, bytes.data(), bytes.size()));
    return bytes;
}

qint64 LogBytes::read(qint64 offset, char *to, qint64 length) const
{
    struct Part
    {
        std::shared_ptr<LogDescriptor> file;
        qint64 offset = 0;
        qint64 length = 0;
    };
    std::vector<Part> parts;
    {
        const std::lock_guard lock(m_mutex);
        auto segment = std::upper_bound(m_segments.begin(), m_segments.end(), offset,
                                        [](qint64 at, const Segment &candidate) { return at < candidate.end; });
        qint64 at = offset;
        for (; segment != m_segments.end() && segment->begin <= at && at < offset + length; ++segment) {
            const qint64 inside = at - segment->begin;
            const qint64 count = std::min(offset + length - at, segment->end - at);
            if (segment->memory)
                std::memcpy(to + (at - offset), segment->memory->constData() + inside, size_t(count));
            parts.push_back({segment->file, segment->offset + inside, count});
            at += count;
        }
    }
    qint64 done = 0;
    for (const Part &part : parts) {
        const qint64 count = part.file ? part.file->read(part.offset, to + done, part.length) : part.length;
        done += std::max<qint64>(0, count);
        if (count < part.length)
            break;
    }
    return done;
}

} // namespace portlight
