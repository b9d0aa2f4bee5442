// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/LogReceiver.h"

#include "console/LogCuts.h"

#include <QDateTime>
#include <QThread>

#include <algorithm>

namespace portlight {

namespace {

/// So many bytes before the place are remembered; a host shows as many of them with new ones as it likes.
constexpr qsizetype RememberedBytes = 256;
/// How much old text of an indexed file is kept in memory, to tell it from what is written over it.
constexpr qint64 ReferenceBytes = 1024 * 1024;
/// The end of the log is a moment to look whether its beginning is still the same, but not each time.
constexpr qint64 LookPause = 1000;
constexpr int MostThreads = 4;

bool isOnlyNuls(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

} // namespace

LogReceiver::LogReceiver(HostPointer host, std::shared_ptr<LineStore> store, SerialNewsBoard &news)
    : m_host(std::move(host))
    , m_store(std::move(store))
    , m_news(news)
    , m_text(m_store)
    , m_rewrites(m_text)
{
}

void LogReceiver::begin(qint64 offset)
{
    if (offset != m_offset) {
        m_text.clear();
        m_last.clear();
        m_rewritten = -1;
    }
    m_offset = offset;
    m_atEnd = false;
    m_live = m_missing = m_failing = false;
}

void LogReceiver::beginConnection()
{
    m_unknown = true;
    m_received = false;
}

void LogReceiver::fail(const Error &error)
{
    m_atEnd = false;
    if (!std::exchange(m_failing, true))
        m_gap.start();
    m_news.tell(SerialNews::Kind::Failed, error);
}

bool LogReceiver::take(const FollowEvent &event, const Cancellation &cancellation)
{
    m_received = true;
    if (m_failing)
        noteResumed();
    switch (event.type) {
    case FollowEvent::Type::Opened:
        takeOpened(event, cancellation);
        break;
    case FollowEvent::Type::Data:
        takeData(event, cancellation);
        break;
    case FollowEvent::Type::Truncated:
        takeTruncated(event);
        break;
    case FollowEvent::Type::Replaced:
        beginAnew(LineMark::Kind::Replaced, SerialNews::Kind::Replaced);
        break;
    case FollowEvent::Type::Missing:
        m_missing = true;
        m_atEnd = false;
        m_news.tell(SerialNews::Kind::Missing);
        break;
    case FollowEvent::Type::Idle:
        takeEnd(event.file);
        break;
    case FollowEvent::Type::Touched:
        if (event.file != nullptr)
            takeTouched(*event.file);
        break;
    }
    return !cancellation.isRequested();
}

void LogReceiver::noteResumed()
{
    m_failing = false;
    if (m_store->lineCount() > 0)
        mark({LineMark::Kind::Gap, m_gap.elapsed(), 0});
    m_news.tell(SerialNews::Kind::Resumed);
}

void LogReceiver::takeOpened(const FollowEvent &event, const Cancellation &cancellation)
{
    if (std::exchange(m_missing, false)) {
        m_live = true;
        m_news.tell(SerialNews::Kind::Resumed);
    }
    if (event.file == nullptr)
        return;
    if (std::exchange(m_unknown, false) && m_offset > 0)
        recognise(event);
    const bool isLarge = event.file->descriptor() >= 0 && event.file->size() - m_offset >= indexedFrom;
    if (isLarge && m_rewritten < 0)
        indexFile(*event.file, cancellation);
}

void LogReceiver::recognise(const FollowEvent &event)
{
    FollowedFile &file = *event.file;
    if (file.size() < m_offset) {
        // Read from m_offset, its being shorter is told next; after Missing it is read from byte 0.
        if (event.offset != m_offset)
            beginAnew(LineMark::Kind::Replaced, SerialNews::Kind::Replaced);
        return;
    }
    if (m_rewritten >= 0 && m_sure > 0 && !m_rewrites.hasBegunAgain(file, m_sure)) {
        file.goOnFrom(m_offset);
        advanceRewrite(file);
        return;
    }
    const bool canTell = !m_text.isEmpty();
    const auto verdict = m_rewrites.look(file, m_offset);
    if (verdict == RewriteWatch::Verdict::Anew || (!canTell && event.offset != m_offset)) {
        beginAnew(LineMark::Kind::Replaced, SerialNews::Kind::Replaced);
        file.goOnFrom(0);
        return;
    }
    file.goOnFrom(m_offset);
    if (verdict == RewriteWatch::Verdict::Rewritten)
        beginRewrite(file);
}

void LogReceiver::indexFile(FollowedFile &file, const Cancellation &cancellation)
{
    const qint64 from = m_offset;
    const qint64 to = file.size();
    qint64 done = 0;
    m_news.tellIndexed(0, to - from);
    const int threads = std::clamp(QThread::idealThreadCount(), 1, MostThreads);
    const auto progress = [&](qint64 bytesDone, const LineStore::Change &change) {
        done = bytesDone;
        m_offset = from + done;
        m_news.tellChange(change);
        m_news.tellIndexed(done, to - from);
        return !cancellation.isRequested();
    };
    const auto indexed = m_store->appendFile(file.descriptor(), from, to, threads, progress);
    if (indexed && !cancellation.isRequested())
        done = to - from;
    m_offset = from + done;
    // What could not be indexed is read as from any other host.
    file.goOnFrom(m_offset);
    keepReference(file, from, std::min(ReferenceBytes, done));
    const qint64 tail = std::min<qint64>(RememberedBytes, done);
    keepReference(file, m_offset - tail, tail);
    m_last = m_text.read(m_offset - tail, tail);
    m_news.tellIndexed(to - from, to - from);
}

void LogReceiver::keepReference(FollowedFile &file, qint64 offset, qint64 size)
{
    const auto bytes = file.read({{offset, size}});
    if (bytes && !bytes->isEmpty())
        m_text.addCopy(offset, bytes->first());
}

void LogReceiver::takeEnd(FollowedFile *file)
{
    m_live = true;
    m_atEnd = true;
    m_news.tellEnd();
    if (file != nullptr && (!m_looked.isValid() || m_looked.elapsed() >= LookPause))
        takeTouched(*file);
}

void LogReceiver::takeTruncated(const FollowEvent &event)
{
    if (event.lost > 0 && m_store->lineCount() > 0)
        mark({LineMark::Kind::Lost, 0, event.lost});
    beginAnew(LineMark::Kind::Truncated, SerialNews::Kind::Truncated);
}

void LogReceiver::takeData(const FollowEvent &event, const Cancellation &cancellation)
{
    m_missing = false;
    m_atEnd = false;
    FollowedFile *file = event.file;
    if (file != nullptr && event.offset == m_offset) {
        const bool isAnew = m_rewritten >= 0 ? !finishRewrite(*file, event.offset) : wasWrittenAnew(event);
        if (isAnew) {
            beginAnew(LineMark::Kind::Truncated, SerialNews::Kind::Truncated);
            file->goOnFrom(0);
            return;
        }
    }
    QByteArrayView bytes(event.bytes);
    if (event.offset < m_offset) // Delivered before.
        bytes = bytes.sliced(qsizetype(std::min<qint64>(bytes.size(), m_offset - event.offset)));
    else if (event.offset > m_offset)
        mark({LineMark::Kind::Lost, 0, event.offset - m_offset});
    if (bytes.isEmpty() || (file != nullptr && jumpOverCut(event, cancellation)))
        return;
    deliver(event.offset + event.bytes.size() - bytes.size(), bytes);
    m_offset = event.offset + event.bytes.size();
}

bool LogReceiver::wasWrittenAnew(const FollowEvent &event) const
{
    const qsizetype common = std::min(event.before.size(), m_last.size());
    const QByteArrayView now = QByteArrayView(event.before).last(common);
    return common > 0 && now != QByteArrayView(m_last).last(common) && !isOnlyNuls(now);
}

bool LogReceiver::jumpOverCut(const FollowEvent &event, const Cancellation &cancellation)
{
    const qsizetype hole = findHole(event.bytes);
    if (hole < 0)
        return false;
    const auto cut = cutAt(*m_host, event.file->path(), event.offset + hole, cancellation);
    if (!cut)
        return false; // The store makes a mark of the NULs itself.
    const qint64 from = std::max(cut->from, event.offset);
    if (from > event.offset)
        deliver(event.offset, QByteArrayView(event.bytes).first(from - event.offset));
    mark({LineMark::Kind::Cut, 0, cut->to - from});
    m_last.clear();
    m_offset = cut->to;
    event.file->goOnFrom(cut->to);
    return true;
}

void LogReceiver::deliver(qint64 offset, QByteArrayView bytes)
{
    const qint64 storeOffset = m_store->byteCount();
    m_news.tellChange(m_store->append(bytes, arrival()));
    m_text.add(offset, bytes.size(), storeOffset);
    if (m_rewritten >= 0)
        return; // m_last belongs to the end of the old text.
    m_last.append(bytes.last(std::min(bytes.size(), RememberedBytes)));
    m_last = m_last.last(std::min(m_last.size(), RememberedBytes));
}

void LogReceiver::beginAnew(LineMark::Kind kind, SerialNews::Kind news)
{
    m_offset = 0;
    m_text.clear();
    m_last.clear();
    m_rewritten = -1;
    m_missing = false;
    m_atEnd = false;
    m_live = true;
    if (m_store->lineCount() > 0)
        mark({kind, 0, 0});
    m_news.tell(news);
}

void LogReceiver::mark(const LineMark &mark)
{
    m_news.tellChange(m_store->appendMark(mark, arrival()));
}

QDateTime LogReceiver::arrival() const
{
    return m_live ? QDateTime::currentDateTimeUtc() : QDateTime();
}

} // namespace portlight
