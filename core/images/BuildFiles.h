// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "images/Recipe.h"

namespace portlight {

/// Puts a recipe's files and the build's own scripts into a folder on the host, where mmdebstrap's hooks find them.
/// Errors: "recipe.unreadable" (Usage) and those of Host.
[[nodiscard]] Result<void> writeBuildFiles(Host &host, const Recipe &recipe, const QString &folder,
                                           const Cancellation &cancellation);

} // namespace portlight
