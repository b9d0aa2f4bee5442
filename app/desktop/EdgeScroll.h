// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointF>
#include <QSize>

namespace portlight {

/// A picture larger than the viewer moves while the pointer is near an edge, the faster the nearer. Pure.
namespace EdgeScroll {

/// How far to scroll in one tick, in device pixels; 0 where nothing is left in that direction. `pointer` and `widget`
/// in widget coordinates, `scroll` and `range` as ViewTransform has them.
[[nodiscard]] QPoint step(QPointF pointer, QSize widget, QPoint scroll, QSize range);

} // namespace EdgeScroll

} // namespace portlight
