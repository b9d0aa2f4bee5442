// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SerialFollower.h"

#include "console/SerialFollowerWorker.h"

#include <QTimer>

namespace portlight {

namespace {

constexpr int RoundMilliseconds = 34;

} // namespace

SerialFollower::SerialFollower(HostPointer host, QString path, std::shared_ptr<LineStore> store, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<SerialFollowerWorker>(std::move(host), std::move(path), std::move(store)))
    , m_round(new QTimer(this))
{
    qRegisterMetaType<portlight::Error>();
    m_round->setSingleShot(true);
    m_round->setInterval(RoundMilliseconds);
    connect(m_round, &QTimer::timeout, this, &SerialFollower::announce);
    // Called in the follower's thread, once for each round however much happens.
    m_worker->news().onNews = [this] {
        QMetaObject::invokeMethod(this, &SerialFollower::schedule, Qt::QueuedConnection);
    };
}

SerialFollower::~SerialFollower()
{
    m_worker->stop();
}

void SerialFollower::setIndexedFrom(qint64 bytes)
{
    m_worker->setIndexedFrom(bytes);
}

void SerialFollower::start(qint64 offset)
{
    m_worker->start(offset);
}

void SerialFollower::stop()
{
    m_worker->stop();
    announce();
}

bool SerialFollower::isRunning() const
{
    return m_worker->isRunning();
}

const QString &SerialFollower::path() const
{
    return m_worker->path();
}

const std::shared_ptr<LineStore> &SerialFollower::store() const
{
    return m_worker->store();
}

qint64 SerialFollower::offset() const
{
    return m_worker->offset();
}

bool SerialFollower::isAtEnd() const
{
    return m_worker->isAtEnd();
}

void SerialFollower::schedule()
{
    if (m_round->isActive())
        return; // The round that ends then tells this too.
    announce();
    m_round->start();
}

void SerialFollower::announce()
{
    const SerialNews news = m_worker->news().take();
    if (news.isEmpty())
        return;
    if (!m_round->isActive())
        m_round->start();
    for (const SerialNews::Event &event : news.events)
        tell(event);
    if (news.first >= 0)
        Q_EMIT linesAppended(news.first, store()->lineCount() - news.first);
    if (news.endReached)
        Q_EMIT endReached();
    if (news.indexed >= 0)
        Q_EMIT indexed(news.indexed, news.indexSize);
}

void SerialFollower::tell(const SerialNews::Event &event)
{
    switch (event.kind) {
    case SerialNews::Kind::Truncated:
        Q_EMIT truncated();
        break;
    case SerialNews::Kind::Replaced:
        Q_EMIT replaced();
        break;
    case SerialNews::Kind::Rewritten:
        Q_EMIT rewritten();
        break;
    case SerialNews::Kind::Missing:
        Q_EMIT missing();
        break;
    case SerialNews::Kind::Failed:
        Q_EMIT failed(event.error);
        break;
    case SerialNews::Kind::Resumed:
        Q_EMIT resumed();
        break;
    }
}

} // namespace portlight
