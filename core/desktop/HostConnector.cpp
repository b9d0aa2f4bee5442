// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/HostConnector.h"

#include <QPromise>
#include <QThreadPool>

namespace portlight {

HostConnector::HostConnector(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &HostConnector::finish);
}

HostConnector::~HostConnector()
{
    m_cancellation.request();
}

void HostConnector::start(const HostPointer &host, const DesktopTarget &target, std::chrono::milliseconds timeout)
{
    const auto promise = std::make_shared<QPromise<Outcome>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([=, cancellation = m_cancellation, address = target.host, port = target.port] {
        promise->start();
        promise->addResult(std::make_shared<Result<HostSocket>>(
            host->connectTcp(address, port, QDeadlineTimer(timeout), cancellation)));
        promise->finish();
    });
}

void HostConnector::finish()
{
    if (m_watcher.future().resultCount() == 0)
        return;
    const Outcome outcome = m_watcher.result();
    if (*outcome)
        Q_EMIT connected(std::make_shared<HostSocket>(std::move(**outcome)));
    else
        Q_EMIT failed(outcome->error());
}

} // namespace portlight
