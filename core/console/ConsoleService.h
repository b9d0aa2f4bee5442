// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "hosts/Host.h"

#include <QByteArrayView>
#include <QString>

namespace portlight {

/// Who is connected to a listening Unix socket, as the host's kernel lists it.
struct ConsoleClients
{
    int served = 0;  ///< Connections that the listener has accepted.
    int waiting = 0; ///< Connections that it has not.

    /// From the text of /proc/net/unix (proc(5)).
    [[nodiscard]] static ConsoleClients read(QByteArrayView list, QByteArrayView socketPath);
};

/// QEMU serves one client of a console at a time: another one connects, and then nobody answers it. Call it right after
/// connecting. Succeeds once nobody waits, and where the host cannot tell.
/// Error: "console.in-use" (Failed) when others were served for two seconds.
[[nodiscard]] Result<void> waitForConsoleService(Host &host, const QString &socketPath,
                                                 const Cancellation &cancellation);

} // namespace portlight
