// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SerialFollowerWorker.h"

#include <algorithm>
#include <chrono>

namespace portlight {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds FirstPause = 250ms;
constexpr std::chrono::milliseconds LongestPause = 10s;

} // namespace

SerialFollowerWorker::SerialFollowerWorker(HostPointer host, QString path, std::shared_ptr<LineStore> store)
    : m_host(std::move(host))
    , m_path(std::move(path))
    , m_store(std::move(store))
    , m_receiver(m_host, m_store, m_news)
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
    m_receiver.begin(offset);
    m_ended = false;
    m_thread = std::thread([this] { run(); });
}

void SerialFollowerWorker::stop()
{
    m_cancellation.request();
    if (m_thread.joinable())
        m_thread.join();
}

void SerialFollowerWorker::run()
{
    std::chrono::milliseconds pause = FirstPause;
    while (!m_cancellation.isRequested()) {
        const std::optional<Error> error = followOnce();
        if (!error || m_cancellation.isRequested())
            break;
        m_receiver.fail(*error);
        if (error->kind == ErrorKind::Usage)
            break;
        pause = m_receiver.hasReceived() ? FirstPause : std::min(LongestPause, 2 * pause);
        if (!m_cancellation.sleep(pause))
            break;
    }
    m_ended = true;
}

std::optional<Error> SerialFollowerWorker::followOnce()
{
    m_receiver.beginConnection();
    const auto sink = [this](const FollowEvent &event) {
        return m_receiver.take(event, m_cancellation);
    };
    const Result<void> result = m_host->follow(m_path, m_receiver.offset(), sink, m_cancellation);
    if (result || result.error().kind == ErrorKind::Cancelled)
        return {};
    return result.error();
}

} // namespace portlight
