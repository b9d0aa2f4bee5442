// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portlight::rfb {

// Rows of palette indices, packed from the highest bit of each byte on, as ZRLE (RFC 6143, section 7.7.6) and Tight
// (rfbproto, "Tight Encoding") send them.

/// Colours of `count` indices of 1, 2, 4 or 8 bits. The palette must have an entry for every value that many bits can
/// have, whether it is a colour or not.
void expandIndices(const uchar *indices, int bits, int count, const quint32 *palette, quint32 *pixels);

/// The highest of them.
[[nodiscard]] int highestIndex(const uchar *indices, int bits, int count);

} // namespace portlight::rfb
