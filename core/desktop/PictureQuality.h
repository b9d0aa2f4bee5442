// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace portlight {

/// How much of the picture may be given up for speed.
struct PictureQuality
{
    enum class Mode {
        Automatic, ///< By the measured speed of the connection, as it changes.
        Lossless,  ///< No JPEG, ever.
        Fixed,     ///< The levels below.
    };
    Mode mode = Mode::Automatic;
    int quality = 6;     ///< JPEG, 0 (worst) to 9; Fixed only. noVNC's `quality`.
    int compression = 2; ///< 0 (least) to 9; Fixed only. noVNC's `compression`.
    friend bool operator==(const PictureQuality &, const PictureQuality &) = default;
};

} // namespace portlight
