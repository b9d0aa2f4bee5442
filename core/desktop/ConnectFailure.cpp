// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ConnectFailure.h"

#include "verdict/FailureText.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

StageFailure connectFailure(const Error &error, const QString &endpoint)
{
    if (error.id == "connect.refused"_L1)
        return stageFailure(Stage::Tcp, u"tcp.refused"_s, {endpoint});
    if (error.id == "connect.timeout"_L1)
        return stageFailure(Stage::Tcp, u"tcp.timeout"_s, {endpoint});
    if (error.id == "connect.name-not-found"_L1)
        return stageFailure(Stage::Tcp, u"tcp.name-not-found"_s, {endpoint});
    if (error.id.startsWith("connect."_L1))
        return stageFailure(Stage::Tcp, u"tcp.unreachable"_s, {endpoint, error.summary});
    return stageFailure(Stage::Tcp, u"host.unreachable"_s, {endpoint, error.summary});
}

Stage stageOf(rfb::Stage stage)
{
    switch (stage) {
    case rfb::Stage::Version:
        return Stage::RfbVersion;
    case rfb::Stage::Security:
        return Stage::RfbSecurity;
    case rfb::Stage::Init:
        return Stage::RfbInit;
    case rfb::Stage::Framebuffer:
        return Stage::Framebuffer;
    }
    return Stage::RfbVersion;
}

StageFailure rfbFailure(const rfb::Failure &failure, const QString &endpoint, const QString &ending)
{
    const Stage stage = stageOf(failure.stage);
    if (failure.id == "rfb.no-banner"_L1 && !ending.isEmpty())
        return stageFailure(stage, u"rfb.no-banner@closed"_s, {endpoint, ending});
    if (failure.id == "tls.untrusted"_L1 && !failure.where.isEmpty())
        return stageFailure(stage, u"tls.untrusted@key"_s, {endpoint, failure.where});
    return stageFailure(stage, failure.id, {endpoint, u"%1 %2"_s.arg(failure.summary, ending).trimmed()});
}

} // namespace portlight
