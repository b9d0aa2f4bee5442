// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Cursor.h"

#include <QImage>

namespace portlight {

/// The pointer's shape as an image of its own; null for a pointer without a shape.
[[nodiscard]] QImage cursorImage(const rfb::Cursor &cursor);

} // namespace portlight
