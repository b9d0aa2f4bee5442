// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/SoakWriter.h"

#include "serial/LineStore.h"

namespace portlight {

/// Compares every line that is shown with every line that was written. Returns what is wrong, or nothing.
/// `complete`: the follower had the time to read everything. Otherwise each life may have been cut short, or have come
/// and gone unseen, as long as a mark stands where something is missing.
[[nodiscard]] QString compareSoak(const LineStore &store, const std::vector<SoakWriter::Life> &lives, bool complete);

} // namespace portlight
