// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/ViewerOptions.h"

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>

namespace portlight {

/// Where the guest's picture lies in the viewer and how the two map onto each other. Pure. "Device" coordinates are
/// real pixels of the screen, counted from the pixel that the viewer's upper left corner is rounded to; "widget"
/// coordinates are Qt's logical ones.
class ViewTransform
{
public:
    struct Viewport
    {
        QSize size; ///< Of the widget, in widget coordinates.
        qreal devicePixelRatio = 1;
        QPoint origin; ///< The widget's corner in its window: at 125 % it may lie between two real pixels.
        [[nodiscard]] QPoint deviceOrigin() const; ///< The real pixel of the window that it is rounded to.
        [[nodiscard]] QSize deviceSize() const;
        friend bool operator==(const Viewport &, const Viewport &) = default;
    };

    ViewTransform() = default;
    /// `scroll`: how far a picture that does not fit is moved, in device pixels.
    ViewTransform(QSize guest, const Viewport &viewport, ScaleMode mode, QPoint scroll = {});

    [[nodiscard]] bool isValid() const { return !m_target.isEmpty(); }
    /// The picture's rectangle in device pixels.
    [[nodiscard]] QRect target() const { return m_target; }
    /// Device pixels for one guest pixel.
    [[nodiscard]] double scale() const { return m_scale; }
    /// True when guest pixels are not a whole number of device pixels, so that smoothing is needed.
    [[nodiscard]] bool needsSmoothing() const;
    /// How far the picture can be scrolled, in device pixels.
    [[nodiscard]] QSize scrollRange() const;
    /// How far it is, within that range.
    [[nodiscard]] QPoint scroll() const;

    /// The guest pixel under a point of the widget, clamped into the picture. A reduced picture's edges are the
    /// guest's edges, so that its outermost pixels can be reached.
    [[nodiscard]] QPoint toGuest(QPointF widgetPoint) const;
    /// True when the point lies on the picture.
    [[nodiscard]] bool contains(QPointF widgetPoint) const;
    /// The part of the widget that shows a guest rectangle, rounded outward, with the rim that smoothing touches.
    [[nodiscard]] QRect toWidget(const QRect &guestArea) const;

private:
    [[nodiscard]] QPoint toDevice(QPointF widgetPoint) const;

    QSize m_guest;
    Viewport m_viewport;
    QRect m_target;
    double m_scale = 1;
};

} // namespace portlight
