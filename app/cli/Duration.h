// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace portlight {

/// Reads "60s", "500ms", "2m" or a plain number of seconds. Nothing for anything else, and for zero and less.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace portlight
