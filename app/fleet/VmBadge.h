// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmEntry.h"
#include "settings/Icons.h"
#include "settings/ThemeColors.h"

#include <QPainter>
#include <QRectF>
#include <QSize>
#include <QString>

namespace portlight {

/// The badge that answers "is the desktop there?", the same everywhere: icon, word and tint, never colour alone.
enum class VmBadge { Verified, Failing, Starting, Degraded, Unknown, Stopped, Paused };

namespace VmBadges {

[[nodiscard]] VmBadge of(const VmEntry &entry);
/// The word, translated. A VM on its way down is "Stopping".
[[nodiscard]] QString word(const VmEntry &entry);
[[nodiscard]] QString word(VmBadge badge);
[[nodiscard]] Icon icon(VmBadge badge);
[[nodiscard]] QColor color(VmBadge badge, const ThemeColors &colors);
[[nodiscard]] QColor tint(VmBadge badge, const ThemeColors &colors);

/// Size of a painted badge for a widget's font; `large` for the header.
[[nodiscard]] QSize size(const QString &word, const QFont &base, bool large = false);
void paint(QPainter &painter, const QRectF &area, VmBadge badge, const QString &word, const ThemeColors &colors,
           const QFont &base, bool large = false);

} // namespace VmBadges

} // namespace portlight
