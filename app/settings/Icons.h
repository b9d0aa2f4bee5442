// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace portlight {

/// Portlight's own drawings on a 16 grid, coloured when they are painted.
enum class Icon {
    Check,
    Cross,
    Clock,
    Triangle,
    Question,
    Square,
    Play,
    Pause,
    Stop,
    Plus,
    Search,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Dots,
    Server,
    ShieldCheck,
    Keyboard,
    Camera,
    Fullscreen,
    Bookmark,
    Wrap,
    Follow,
    Trash,
    Copy,
    Save,
    Restart,
    Eye,
    Record,
    Lock,
    Link,
    Filter,
    Logo, ///< The porthole in one colour.
};

namespace Icons {

/// Paints sharply at the painter's device resolution. For delegates and custom widgets.
void paint(QPainter &painter, const QRectF &area, Icon icon, const QColor &color);
/// `size` in logical pixels.
[[nodiscard]] QPixmap pixmap(Icon icon, int size, const QColor &color, qreal devicePixelRatio);
/// For buttons and actions, sharp at any scale. Disabled: `disabled`, or half transparent `color` when it is invalid.
[[nodiscard]] QIcon icon(Icon icon, const QColor &color, const QColor &disabled = {});
/// The application's icon in its own colours.
[[nodiscard]] QIcon application();

} // namespace Icons

} // namespace portlight
