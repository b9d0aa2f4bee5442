// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewTransform.h"

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

/// Centred when it fits, else moved by the scroll position.
int placed(int length, int room, int scroll)
{
    if (length <= room)
        return (room - length) / 2;
    return -std::clamp(scroll, 0, length - room);
}

} // namespace

ViewTransform::ViewTransform(QSize guest, QSize viewport, qreal devicePixelRatio, ScaleMode mode, QPoint scroll)
    : m_guest(guest)
    , m_viewport((QSizeF(viewport) * devicePixelRatio).toSize())
    , m_ratio(devicePixelRatio)
{
    if (guest.isEmpty() || m_viewport.isEmpty())
        return;
    if (mode == ScaleMode::Fit)
        m_scale = std::min(double(m_viewport.width()) / guest.width(), double(m_viewport.height()) / guest.height());
    const QSize size(std::max(1, int(std::lround(guest.width() * m_scale))),
                     std::max(1, int(std::lround(guest.height() * m_scale))));
    m_target = QRect(QPoint(placed(size.width(), m_viewport.width(), scroll.x()),
                            placed(size.height(), m_viewport.height(), scroll.y())),
                     size);
}

bool ViewTransform::needsSmoothing() const
{
    return std::abs(m_scale - std::round(m_scale)) > 1e-9;
}

QSize ViewTransform::scrollRange() const
{
    return (m_target.size() - m_viewport).expandedTo(QSize(0, 0));
}

QPoint ViewTransform::toGuest(QPointF widgetPoint) const
{
    if (!isValid())
        return {};
    const QPointF inside = widgetPoint * m_ratio - QPointF(m_target.topLeft());
    const int x = int(std::floor(inside.x() * m_guest.width() / m_target.width()));
    const int y = int(std::floor(inside.y() * m_guest.height() / m_target.height()));
    return {std::clamp(x, 0, m_guest.width() - 1), std::clamp(y, 0, m_guest.height() - 1)};
}

bool ViewTransform::contains(QPointF widgetPoint) const
{
    return isValid() && QRectF(m_target).contains(widgetPoint * m_ratio);
}

QRect ViewTransform::toWidget(const QRect &guestArea) const
{
    if (!isValid() || guestArea.isEmpty())
        return {};
    const double rim = needsSmoothing() ? std::max(1.0, m_scale) : 0;
    const double left = m_target.x() + guestArea.x() * m_scale - rim;
    const double top = m_target.y() + guestArea.y() * m_scale - rim;
    const double right = m_target.x() + (guestArea.x() + guestArea.width()) * m_scale + rim;
    const double bottom = m_target.y() + (guestArea.y() + guestArea.height()) * m_scale + rim;
    const QPoint topLeft(int(std::floor(left / m_ratio)), int(std::floor(top / m_ratio)));
    const QPoint behind(int(std::ceil(right / m_ratio)), int(std::ceil(bottom / m_ratio)));
    return {topLeft, QSize(behind.x() - topLeft.x(), behind.y() - topLeft.y())};
}

} // namespace portlight
