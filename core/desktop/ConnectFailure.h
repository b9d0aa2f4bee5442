// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "rfb/Failure.h"
#include "verdict/StageFailure.h"

namespace portlight {

/// What a failed Host::connectTcp() means as a stage's failure ("tcp.refused" ...; "host.unreachable" for the host).
[[nodiscard]] StageFailure connectFailure(const Error &error, const QString &endpoint);

/// What an RFB client's failure means as a stage's failure. `ending` says how the connection ended; empty if it did
/// not.
[[nodiscard]] StageFailure rfbFailure(const rfb::Failure &failure, const QString &endpoint, const QString &ending);

/// The verdict's stage for the client's.
[[nodiscard]] Stage stageOf(rfb::Stage stage);

} // namespace portlight
