// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Flags of fences (rfbproto, "ServerFence").
namespace portlight::rfb::fence {

constexpr quint32 blockBefore = 1U << 0;
constexpr quint32 blockAfter = 1U << 1;
constexpr quint32 syncNext = 1U << 2;
constexpr quint32 request = 1U << 31;

/// Longer payloads are not allowed.
constexpr int largestPayload = 64;

} // namespace portlight::rfb::fence
