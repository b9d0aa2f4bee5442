// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SerialFollowerWorker.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace portlight {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds FirstPause = 500ms;
constexpr std::chrono::milliseconds LongestPause = 15s;
/// So many bytes before the place are compared when a connection is made anew.
constexpr qint64 ComparedBytes = 512;
/// More events than this between two rounds are a file that flickers; the window needs no more of them.
constexpr size_t MostEvents = 64;

} // namespace

SerialFollowerWorker::SerialFollowerWorker(HostPointer host, QString path, std::shared_ptr<LineStore> store)
    : m_host(std::move(host))
    , m_path(std::move(path))
    , m_store(std::move(store))
{
}

SerialFollowerWorker::~SerialFollowerWorker()
{
    stop();
}

void SerialFollowerWorker::start(qint64 offset)
{
    if (isRunning())
        return;
    stop();
    m_cancellation = Cancellation();
    m_last.clear();
    m_offset = offset;
    m_ended = m_atEnd = false;
    m_live = m_missing = m_failing = false;
    m_thread = std::thread([this] { run(); });
}

void SerialFollowerWorker::stop()
{
    m_cancellation.request();
    if (m_thread.joinable())
        m_thread.join();
}

SerialFollowerNews SerialFollowerWorker::takeNews()
{
    const std::unique_lock lock(m_mutex);
    m_announced = false;
    return std::exchange(m_news, {});
}

void SerialFollowerWorker::run()
{
    std::chrono::milliseconds pause = FirstPause;
    while (!m_cancellation.isRequested()) {
        const qint64 before = m_offset;
        const std::optional<Error> error = followOnce();
        m_atEnd = false;
        if (!error || m_cancellation.isRequested())
            break;
        if (!m_failing)
            m_gap.start();
        m_failing = true;
        tell(SerialFollowerNews::Kind::Failed, *error);
        if (error->kind == ErrorKind::Usage)
            break;
        pause = m_offset > before ? FirstPause : std::min(LongestPause, 2 * pause);
        if (!m_cancellation.sleep(pause))
            break;
    }
    m_ended = true;
}

std::optional<Error> SerialFollowerWorker::followOnce()
{
    if (m_failing) {
        const Result<bool> same = isSameFile();
        if (!same)
            return same.error();
        noteResumed();
        if (!*same)
            beginAnew(LineMark::Kind::Replaced, SerialFollowerNews::Kind::Replaced);
    }
    const auto sink = [this](const FollowEvent &event) {
        take(event);
        return !m_cancellation.isRequested();
    };
    const Result<void> result = m_host->follow(m_path, m_offset, sink, m_cancellation);
    if (result || result.error().kind == ErrorKind::Cancelled)
        return {};
    return result.error();
}

Result<bool> SerialFollowerWorker::isSameFile()
{
    if (m_last.isEmpty())
        return true;
    const auto bytes = m_host->readFile(m_path, m_offset - m_last.size(), m_last.size(), m_cancellation);
    if (bytes)
        return *bytes == m_last;
    // A missing file is what follow() waits for and tells about.
    if (bytes.error().id == u"file.missing"_s)
        return true;
    return failure(bytes.error());
}

void SerialFollowerWorker::noteResumed()
{
    m_failing = false;
    if (m_store->lineCount() > 0)
        tellChange(m_store->appendMark({LineMark::Kind::Gap, m_gap.elapsed(), 0}, QDateTime::currentDateTimeUtc()));
    tell(SerialFollowerNews::Kind::Resumed);
}

void SerialFollowerWorker::take(const FollowEvent &event)
{
    switch (event.type) {
    case FollowEvent::Type::Data:
        takeData(event);
        break;
    case FollowEvent::Type::Truncated:
        beginAnew(LineMark::Kind::Truncated, SerialFollowerNews::Kind::Truncated);
        break;
    case FollowEvent::Type::Replaced:
        beginAnew(LineMark::Kind::Replaced, SerialFollowerNews::Kind::Replaced);
        break;
    case FollowEvent::Type::Missing:
        m_missing = true;
        m_atEnd = false;
        tell(SerialFollowerNews::Kind::Missing);
        break;
    case FollowEvent::Type::Opened:
    case FollowEvent::Type::Touched:
        break;
    case FollowEvent::Type::Idle:
        m_live = true;
        m_atEnd = true;
        {
            std::unique_lock lock(m_mutex);
            m_news.endReached = true;
            announce(lock);
        }
        break;
    }
}

void SerialFollowerWorker::takeData(const FollowEvent &event)
{
    // After a time without the file another one stands there, and it is read from its beginning.
    if (m_missing && event.offset < m_offset)
        beginAnew(LineMark::Kind::Replaced, SerialFollowerNews::Kind::Replaced);
    m_live = m_live || m_missing;
    m_missing = false;
    m_atEnd = false;
    const QDateTime now = m_live ? QDateTime::currentDateTimeUtc() : QDateTime();
    QByteArrayView bytes(event.bytes);
    if (event.offset < m_offset) // Delivered before.
        bytes = bytes.sliced(qsizetype(std::min<qint64>(bytes.size(), m_offset - event.offset)));
    else if (event.offset > m_offset)
        tellChange(m_store->appendMark({LineMark::Kind::Lost, 0, event.offset - m_offset}, now));
    if (bytes.isEmpty())
        return;
    const LineStore::Change change = m_store->append(bytes, now);
    m_offset = event.offset + event.bytes.size();
    remember(bytes);
    tellChange(change);
}

void SerialFollowerWorker::beginAnew(LineMark::Kind mark, SerialFollowerNews::Kind kind)
{
    m_offset = 0;
    m_last.clear();
    m_missing = false;
    m_atEnd = false;
    m_live = true;
    if (m_store->lineCount() > 0)
        tellChange(m_store->appendMark({mark, 0, 0}, QDateTime::currentDateTimeUtc()));
    tell(kind);
}

void SerialFollowerWorker::remember(QByteArrayView bytes)
{
    m_last.append(bytes.last(std::min<qsizetype>(bytes.size(), ComparedBytes)));
    m_last = m_last.last(std::min<qsizetype>(m_last.size(), ComparedBytes));
}

void SerialFollowerWorker::tell(SerialFollowerNews::Kind kind, const Error &error)
{
    std::unique_lock lock(m_mutex);
    if (m_news.events.size() < MostEvents)
        m_news.events.push_back({kind, error});
    announce(lock);
}

void SerialFollowerWorker::tellChange(const LineStore::Change &change)
{
    std::unique_lock lock(m_mutex);
    m_news.first = m_news.first < 0 ? change.first : std::min(m_news.first, change.first);
    announce(lock);
}

void SerialFollowerWorker::announce(std::unique_lock<std::mutex> &lock)
{
    if (std::exchange(m_announced, true))
        return;
    lock.unlock();
    if (onNews)
        onNews();
}

} // namespace portlight
