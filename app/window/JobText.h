// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"

#include <QString>

#include <chrono>
#include <optional>

namespace portlight {

/// What a job card says. Pure.
namespace JobText {

/// How long it still takes when it goes on as it went so far; nothing while that cannot be told (under 3 s or 3 %).
[[nodiscard]] std::optional<std::chrono::seconds> timeLeft(std::chrono::milliseconds elapsed, double percent);
/// "about 40 s left", rounded so that it does not flicker; empty for nothing.
[[nodiscard]] QString timeLeftText(std::optional<std::chrono::seconds> left);
/// "Step 3 of 6: installing packages · about 40 s left".
[[nodiscard]] QString stepText(const Progress::Report &report, std::chrono::milliseconds elapsed);

} // namespace JobText

} // namespace portlight
