// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portlight::rfb {

/// A place in memory where the next bytes from the server may be put straight away.
struct DirectPiece
{
    uchar *data = nullptr;
    qsizetype size = 0;
};

} // namespace portlight::rfb
