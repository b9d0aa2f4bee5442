// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PixelConverter.h"

#include <vector>

namespace portlight::rfb {

/// Tight's gradient filter: pixels come as differences from what the pixels to the left, above and above left suggest,
/// component by component (rfbproto, "Tight Encoding", GradientFilter). True colour only.
class TightGradient
{
public:
    /// A new rectangle of this width.
    void begin(int width);
    /// Turns the next row's differences, TPIXELs, into pixels.
    void convertRow(const PixelConverter &pixels, const uchar *bytes, quint32 *row);

private:
    template <typename Differences>
    void convert(const Differences &differences, const uchar *bytes, quint32 *row);

    std::vector<quint16> m_above; ///< Three components for each pixel of the row above.
};

} // namespace portlight::rfb
