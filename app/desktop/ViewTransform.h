// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Settings.h"

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>

namespace portlight {

/// Where the guest's picture lies in the viewer and how the two map onto each other. Pure. "Device" coordinates are
/// real pixels of the screen, "widget" coordinates are Qt's logical ones.
class ViewTransform
{
public:
    ViewTransform() = default;
    /// `viewport` in widget coordinates. `scroll`: how far an original-size picture that does not fit is moved, in
    /// device pixels.
    ViewTransform(QSize guest, QSize viewport, qreal devicePixelRatio, ScaleMode mode, QPoint scroll = {});

    [[nodiscard]] bool isValid() const { return !m_target.isEmpty(); }
    /// The picture's rectangle in device pixels.
    [[nodiscard]] QRect target() const { return m_target; }
    /// Device pixels for one guest pixel.
    [[nodiscard]] double scale() const { return m_scale; }
    /// True when guest pixels are not a whole number of device pixels, so that smoothing is needed.
    [[nodiscard]] bool needsSmoothing() const;
    /// How far an original-size picture can be scrolled, in device pixels.
    [[nodiscard]] QSize scrollRange() const;

    /// The guest pixel under a point of the widget, clamped into the picture.
    [[nodiscard]] QPoint toGuest(QPointF widgetPoint) const;
    /// True when the point lies on the picture.
    [[nodiscard]] bool contains(QPointF widgetPoint) const;
    /// The part of the widget that shows a guest rectangle, rounded outward, with the rim that smoothing touches.
    [[nodiscard]] QRect toWidget(const QRect &guestArea) const;

private:
    QSize m_guest;
    QSize m_viewport; // device pixels
    QRect m_target;
    qreal m_ratio = 1;
    double m_scale = 1;
};

} // namespace portlight
