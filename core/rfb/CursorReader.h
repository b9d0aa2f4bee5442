// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/Cursor.h"
#include "rfb/PixelConverter.h"

namespace portlight::rfb {

/// Bytes of a cursor of this size: its pixels, and a mask of one bit each (RFC 6143, section 7.8.1).
[[nodiscard]] qsizetype cursorBytes(QSize size, const PixelConverter &pixels);

/// The shape; the reader must have cursorBytes(). The hotspot stays at the corner.
[[nodiscard]] Cursor readCursorShape(ByteReader &in, QSize size, const PixelConverter &pixels);

} // namespace portlight::rfb
