// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

/// Where the bytes of followed logs are kept, and rules once they are compiled.
class UserCache
{
public:
    /// The cache folder of this program's user ($PORTLIGHT_HOME/cache, where that is set); made when it is missing.
    /// Empty where that cannot be done.
    [[nodiscard]] static QString folder();
};

} // namespace portlight
