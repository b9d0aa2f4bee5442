// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/EventWait.h"
#include "desktop/HttpAnswer.h"
#include "hosts/HostSocket.h"

#include <QNetworkProxy>

namespace portlight {

/// Asks a port for noVNC's page. Blocks until the deadline at most.
namespace HttpCheck {

/// Over a connection that is there; it is used up.
[[nodiscard]] HttpAnswer ask(const DesktopTarget &target, HostSocket socket, QDeadlineTimer deadline,
                             const Cancellation &cancellation, HttpAnswer::Wanted wanted = HttpAnswer::Wanted::Page);

struct TlsAnswer
{
    HttpAnswer answer;
    QString tlsProblem; ///< Why no TLS connection came about, whatever the certificate; empty when it did.
};
/// Over TLS on a new connection. The certificate is not looked at: nothing secret is sent, and the WebSocket tells.
[[nodiscard]] TlsAnswer askOverTls(const DesktopTarget &target, const QNetworkProxy &proxy, QDeadlineTimer deadline,
                                   const EventWait &wait, HttpAnswer::Wanted wanted = HttpAnswer::Wanted::Page);

} // namespace HttpCheck

} // namespace portlight
