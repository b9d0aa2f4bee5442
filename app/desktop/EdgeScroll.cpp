// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/EdgeScroll.h"

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

constexpr double reach = 40; // widget pixels from the edge
constexpr double fastest = 24;

int along(double pointer, int length, int scroll, int range)
{
    if (range <= 0)
        return 0;
    const double zone = std::min(reach, length / 4.0);
    const auto speed = [zone](double distance) {
        return distance >= zone ? 0 : int(std::ceil(fastest * (1 - std::max(0.0, distance) / zone)));
    };
    const int back = std::min(speed(pointer), scroll);
    const int forth = std::min(speed(length - 1 - pointer), range - scroll);
    return back > 0 ? -back : forth;
}

} // namespace

QPoint EdgeScroll::step(QPointF pointer, QSize widget, QPoint scroll, QSize range)
{
    return {along(pointer.x(), widget.width(), scroll.x(), range.width()),
            along(pointer.y(), widget.height(), scroll.y(), range.height())};
}

} // namespace portlight
