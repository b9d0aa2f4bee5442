// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

namespace portlight {

/// The Error for a failed system call on a file; see Host for the ids.
[[nodiscard]] Error fileError(int systemError, const QString &path);

/// The Error for a failed connection to `endpoint` ("host:port" or a socket's path).
[[nodiscard]] Error connectError(int systemError, const QString &endpoint);

} // namespace portlight
