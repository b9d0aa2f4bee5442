// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewTransform.h"

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

/// A picture that would be enlarged by less than this is shown as it is: sharp is better than a few pixels more.
constexpr double hardlyLarger = 1.02;

/// Centred when it fits, else moved by the scroll position.
int placed(int length, int room, int scroll)
{
    if (length <= room)
        return (room - length) / 2;
    return -std::clamp(scroll, 0, length - room);
}

double fitting(QSize guest, QSize room)
{
    const double scale = std::min(double(room.width()) / guest.width(), double(room.height()) / guest.height());
    const double whole = std::floor(scale);
    return whole >= 1 && scale < whole * hardlyLarger ? whole : scale;
}

double scaleOf(QSize guest, QSize room, ScaleMode mode)
{
    switch (mode) {
    case ScaleMode::Fit:
        return fitting(guest, room);
    case ScaleMode::Original:
        return 1;
    case ScaleMode::Integer:
        return std::max(1.0, std::floor(fitting(guest, room)));
    case ScaleMode::Remote:
        return std::min(1.0, fitting(guest, room));
    }
    return 1;
}

/// The guest pixel that is shown at `place`, 0 to shown-1.
int guestPixel(int place, int guest, int shown)
{
    if (shown < guest)
        return shown < 2 ? 0 : int(std::lround(double(place) * (guest - 1) / (shown - 1)));
    return int(std::floor((place + 0.5) * guest / shown));
}

} // namespace

QPoint ViewTransform::Viewport::deviceOrigin() const
{
    return (QPointF(origin) * devicePixelRatio).toPoint();
}

QSize ViewTransform::Viewport::deviceSize() const
{
    const QPoint end = (QPointF(origin.x() + size.width(), origin.y() + size.height()) * devicePixelRatio).toPoint();
    const QPoint begin = deviceOrigin();
    return {end.x() - begin.x(), end.y() - begin.y()};
}

ViewTransform::ViewTransform(QSize guest, const Viewport &viewport, ScaleMode mode, QPoint scroll)
    : m_guest(guest)
    , m_viewport(viewport)
{
    const QSize room = viewport.deviceSize();
    if (guest.isEmpty() || room.isEmpty())
        return;
    m_scale = scaleOf(guest, room, mode);
    const QSize size(std::max(1, int(std::lround(guest.width() * m_scale))),
                     std::max(1, int(std::lround(guest.height() * m_scale))));
    m_target = QRect(
        QPoint(placed(size.width(), room.width(), scroll.x()), placed(size.height(), room.height(), scroll.y())), size);
}

bool ViewTransform::needsSmoothing() const
{
    return std::abs(m_scale - std::round(m_scale)) > 1e-9;
}

QSize ViewTransform::scrollRange() const
{
    return isValid() ? (m_target.size() - m_viewport.deviceSize()).expandedTo(QSize(0, 0)) : QSize(0, 0);
}

QPoint ViewTransform::scroll() const
{
    const QSize range = scrollRange();
    return {range.width() > 0 ? -m_target.x() : 0, range.height() > 0 ? -m_target.y() : 0};
}

/// Qt has divided the real pixel's number by the ratio: what comes back may be a hair too small.
QPoint ViewTransform::toDevice(QPointF widgetPoint) const
{
    constexpr double hair = 1.0 / 1024;
    const QPointF inWindow = (widgetPoint + m_viewport.origin) * m_viewport.devicePixelRatio;
    return QPoint(int(std::floor(inWindow.x() + hair)), int(std::floor(inWindow.y() + hair))) -
           m_viewport.deviceOrigin();
}

QPoint ViewTransform::toGuest(QPointF widgetPoint) const
{
    if (!isValid())
        return {};
    const QPoint place = toDevice(widgetPoint) - m_target.topLeft();
    const int x = guestPixel(place.x(), m_guest.width(), m_target.width());
    const int y = guestPixel(place.y(), m_guest.height(), m_target.height());
    return {std::clamp(x, 0, m_guest.width() - 1), std::clamp(y, 0, m_guest.height() - 1)};
}

bool ViewTransform::contains(QPointF widgetPoint) const
{
    return isValid() && m_target.contains(toDevice(widgetPoint));
}

QRect ViewTransform::toWidget(const QRect &guestArea) const
{
    if (!isValid() || guestArea.isEmpty())
        return {};
    const double rim = needsSmoothing() ? std::max(1.0, m_scale) : 0;
    const QPointF shift = m_target.topLeft() + m_viewport.deviceOrigin();
    const QPointF first = shift + QPointF(guestArea.topLeft()) * m_scale - QPointF(rim, rim);
    const QPointF behind = shift + QPointF(guestArea.bottomRight() + QPoint(1, 1)) * m_scale + QPointF(rim, rim);
    const qreal ratio = m_viewport.devicePixelRatio;
    const QPoint topLeft(int(std::floor(first.x() / ratio)), int(std::floor(first.y() / ratio)));
    const QPoint bottomRight(int(std::ceil(behind.x() / ratio)) - 1, int(std::ceil(behind.y() / ratio)) - 1);
    return QRect(topLeft, bottomRight).translated(-m_viewport.origin);
}

} // namespace portlight
