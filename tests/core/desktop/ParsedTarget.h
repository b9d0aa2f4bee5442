// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/TargetParser.h"

namespace portlight {

/// Of what must be an address.
[[nodiscard]] inline DesktopTarget parsed(const QString &text)
{
    const Result<DesktopTarget> target = TargetParser::parse(text);
    if (!target)
        qFatal("%s", qPrintable(target.error().summary));
    return *target;
}

} // namespace portlight
