// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstring>

namespace portlight::rfb {

/// Fills a rectangle of 1 to 16 pixels' width, as tiles and their parts have, faster than a loop over its pixels: rows
/// are written in fours that may overlap. `stride` is in pixels.
inline void fillSmall(quint32 *row, qsizetype stride, int width, int height, quint32 colour)
{
    using Quad = quint32 __attribute__((vector_size(16)));
    const Quad four{colour, colour, colour, colour};
    if (width < 4) {
        for (; height > 0; --height, row += stride) {
            row[0] = colour;
            row[width >> 1] = colour;
            row[width - 1] = colour;
        }
    } else if (width <= 8) {
        for (; height > 0; --height, row += stride) {
            std::memcpy(row, &four, sizeof four);
            std::memcpy(row + width - 4, &four, sizeof four);
        }
    } else {
        for (; height > 0; --height, row += stride) {
            std::memcpy(row, &four, sizeof four);
            std::memcpy(row + 4, &four, sizeof four);
            std::memcpy(row + width - 8, &four, sizeof four);
            std::memcpy(row + width - 4, &four, sizeof four);
        }
    }
}

} // namespace portlight::rfb
