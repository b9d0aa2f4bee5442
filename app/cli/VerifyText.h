// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/VerifyReport.h"

namespace portlight {

/// A report for people: one sentence, what to do, and the stages as a table. No line end at the end.
[[nodiscard]] QString verifyText(const VerifyReport &report);

} // namespace portlight
