// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Framebuffer.h"

#include <QRect>
#include <QString>

namespace portlight::rfb {

/// Decodes a PNG picture of exactly the rectangle's size straight into the framebuffer; transparency is ignored. Empty
/// when it worked, else what was wrong, untranslated. The rectangle must lie in the framebuffer.
[[nodiscard]] QString decodePng(const uchar *data, qsizetype size, const QRect &rect, Framebuffer &framebuffer);

} // namespace portlight::rfb
