// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace portlight {

/// How long a server may take until a session gives up on it.
struct SessionTimeLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(10);  ///< TCP, TLS, WebSocket.
    std::chrono::milliseconds greeting = std::chrono::seconds(10); ///< RFB up to ServerInit, questions apart.
    std::chrono::milliseconds picture = std::chrono::seconds(20);  ///< For each further part of the first picture.
};

} // namespace portlight
