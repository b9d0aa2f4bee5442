// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "hosts/Host.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace portlight {

/// Host::connectTcp() for event-driven code: connects in a pool thread and tells in its own. Destroying it cancels.
class HostConnector final : public QObject
{
    Q_OBJECT

public:
    explicit HostConnector(QObject *parent = nullptr);
    ~HostConnector() override;

    void start(const HostPointer &host, const DesktopTarget &target, std::chrono::milliseconds timeout);

Q_SIGNALS:
    void connected(std::shared_ptr<portlight::HostSocket> socket);
    void failed(const portlight::Error &error);

private:
    using Outcome = std::shared_ptr<Result<HostSocket>>;

    void finish();

    Cancellation m_cancellation;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace portlight
