// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>
#include <QImage>
#include <QPoint>

namespace portlight {

/// The guest's pointer as a cursor of this machine.
namespace GuestCursor {

/// True when nothing of it can be seen: the guest hides its pointer.
[[nodiscard]] bool isHidden(const QImage &image);
/// `scale` device pixels for one of the guest's, but never so few that the pointer cannot be found. `ratio` is the
/// device pixel ratio of the screen.
[[nodiscard]] QCursor make(const QImage &image, QPoint hotspot, double scale, qreal ratio);
/// A small dot, for guests that hide their pointer (noVNC's show_dot).
[[nodiscard]] QCursor dot(qreal ratio);

} // namespace GuestCursor

} // namespace portlight
