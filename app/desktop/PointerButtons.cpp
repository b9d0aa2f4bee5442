// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PointerButtons.h"

#include <algorithm>
#include <cstdlib>

namespace portlight {

namespace {

constexpr int anglePerClick = 120;
constexpr int mostClicks = 16; // a wild device must not flood the guest

void take(int &rest, int forward, int backward, QList<int> &clicks)
{
    while (std::abs(rest) >= anglePerClick) {
        if (clicks.size() < mostClicks)
            clicks.append(rest > 0 ? forward : backward);
        rest -= rest > 0 ? anglePerClick : -anglePerClick;
    }
}

} // namespace

int PointerButtons::mask(Qt::MouseButtons buttons)
{
    int mask = 0;
    if (buttons.testFlag(Qt::LeftButton))
        mask |= 1;
    if (buttons.testFlag(Qt::MiddleButton))
        mask |= 2;
    if (buttons.testFlag(Qt::RightButton))
        mask |= 4;
    return mask;
}

QList<int> WheelClicks::add(QPoint angle)
{
    constexpr int widest = anglePerClick * mostClicks;
    m_rest.rx() += std::clamp(angle.x(), -widest, widest);
    m_rest.ry() += std::clamp(angle.y(), -widest, widest);
    QList<int> clicks;
    take(m_rest.ry(), 1 << 3, 1 << 4, clicks);
    take(m_rest.rx(), 1 << 5, 1 << 6, clicks);
    return clicks;
}

} // namespace portlight
