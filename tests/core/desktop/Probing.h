// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the probe share.

#include "desktop/DesktopProbe.h"
#include "desktop/TargetParser.h"
#include "desktop/UrlProbeTarget.h"
#include "hosts/LocalHost.h"
#include "support/FakeRfbServer.h"
#include "support/HostileServer.h"

#include <QtTest>

Q_DECLARE_METATYPE(portlight::HostileServer::Script)

namespace portlight::probing {

using Script = HostileServer::Script;

inline Result<VerifyReport> probe(const QString &url, ProbeOptions options,
                                  HostPointer host = std::make_shared<LocalHost>(),
                                  const Cancellation &cancellation = {})
{
    const Result<DesktopTarget> target = TargetParser::parse(url);
    if (!target)
        return failure(target.error());
    Progress progress({}, cancellation);
    return probeDesktop(UrlProbeTarget(*target, std::move(host)), options, progress);
}

inline ProbeOptions within(std::chrono::milliseconds timeout)
{
    ProbeOptions options;
    options.timeout = timeout;
    return options;
}

inline QString statusOf(const VerifyReport &report, Stage stage)
{
    return stageStatusId(report.stage(stage).status);
}

/// A good desktop.
inline void serveDesktop(ServerConnection &connection)
{
    FakeRfbServer::greet(connection, {800, 600});
    FakeRfbServer::serve(connection, FakeRfbServer::desktop());
}

/// Closes the WebSocket with a code and a reason.
inline Script closing(int code, const char *reason)
{
    return [=](ServerConnection &connection) {
        connection.sendClose(code, reason);
        connection.hold();
    };
}

/// Answers each request with this status.
inline Script answering(const char *status)
{
    return [=](ServerConnection &connection) {
        (void)connection.readRequest();
        connection.respond(status, "no");
    };
}

} // namespace portlight::probing
