// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "hosts/Host.h"

#include <QJsonObject>

namespace portlight {

/// Speaks QMP (QEMU's docs/interop/qmp-spec) with one machine: connects, negotiates, sends commands one after another.
/// Blocking; one thread. QEMU serves one client at a time, so keep it short-lived.
/// Errors: those of Host::connectUnix and HostSocket; "qmp.malformed"; "qmp.refused" with QEMU's words.
class QmpClient
{
public:
    [[nodiscard]] static Result<QmpClient> connect(Host &host, const QString &socketPath, QDeadlineTimer deadline,
                                                   const Cancellation &cancellation);

    /// The "return" of the answer; events that come before it are skipped.
    [[nodiscard]] Result<QJsonObject> execute(const QString &command, QDeadlineTimer deadline,
                                              const Cancellation &cancellation);
    /// Waits until QEMU closes the connection, which it does when it ends.
    [[nodiscard]] Result<void> waitForEnd(QDeadlineTimer deadline, const Cancellation &cancellation);

private:
    explicit QmpClient(HostSocket socket)
        : m_socket(std::move(socket))
    {
    }
    Result<QJsonObject> readMessage(QDeadlineTimer deadline, const Cancellation &cancellation);

    HostSocket m_socket;
    QByteArray m_input;
};

} // namespace portlight
