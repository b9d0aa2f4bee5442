// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/StyledText.h"

#include <QByteArrayView>

namespace portlight {

/// Select Graphic Rendition (ECMA-48 8.3.117, colours after ISO 8613-6).
class SgrStyle
{
public:
    /// Applies the parameters of one "CSI ... m" (the bytes between "[" and "m") to a style. What is unknown or
    /// broken changes nothing.
    static void apply(QByteArrayView parameters, TextStyle &style);
};

} // namespace portlight
