// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace portlight {

/// Times, spans and sizes as people read them. Pure.
namespace HumanText {

/// "12 s ago", "3 min ago", "5 h ago", "2 days ago"; "just now" below a second and for times to come.
[[nodiscard]] QString ago(const QDateTime &then, const QDateTime &now);
/// "41 ms", "16.4 s", "3 min 20 s".
[[nodiscard]] QString span(std::chrono::milliseconds time);
/// "0.2 MB", "867 MB", "74 GB": units of 1000, as disks are sold.
[[nodiscard]] QString size(qint64 bytes);
/// The exact local time for tooltips.
[[nodiscard]] QString exact(const QDateTime &time);

} // namespace HumanText

} // namespace portlight
