// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Frames of RFC 6455, section 5.2.
namespace portlight::websocket {

constexpr int continuation = 0;
constexpr int textFrame = 1;
constexpr int binaryFrame = 2;
constexpr int closeFrame = 8;
constexpr int pingFrame = 9;
constexpr int pongFrame = 10;

/// Bytes in the payload of the last three.
constexpr quint64 largestControl = 125;

/// A whole message in one frame, as a client sends it: with this mask.
[[nodiscard]] QByteArray maskedFrame(int opcode, const QByteArray &payload, quint32 mask);

} // namespace portlight::websocket
