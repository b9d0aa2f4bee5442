// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PointerButtons.h"

#include <algorithm>
#include <cstdlib>

namespace portlight {

namespace {

constexpr int pixelsPerClick = 50;
constexpr int anglePerClick = 120;
constexpr int unitsPerClick = pixelsPerClick * anglePerClick;
constexpr int mostClicks = 16; // a wild device must not flood the guest

int units(int pixels, int angle)
{
    constexpr int widest = mostClicks * anglePerClick;
    return pixels != 0 ? std::clamp(pixels, -widest, widest) * anglePerClick
                       : std::clamp(angle, -widest, widest) * pixelsPerClick;
}

} // namespace

int PointerButtons::mask(Qt::MouseButtons buttons)
{
    constexpr std::pair<Qt::MouseButton, int> bits[] = {{Qt::LeftButton, 0x01},
                                                        {Qt::MiddleButton, 0x02},
                                                        {Qt::RightButton, 0x04},
                                                        {Qt::BackButton, 0x80},
                                                        {Qt::ForwardButton, 0x100}};
    int mask = 0;
    for (const auto &[button, bit] : bits)
        mask |= buttons.testFlag(button) ? bit : 0;
    return mask;
}

void WheelClicks::Axis::add(int moved, int forward, int backward, QList<int> &clicks)
{
    const bool turned = (moved > 0 && rest < 0) || (moved < 0 && rest > 0);
    rest = turned ? moved : rest + moved;
    for (int count = 0; std::abs(rest) >= unitsPerClick; ++count) {
        if (count < mostClicks)
            clicks.append(rest > 0 ? forward : backward);
        rest -= rest > 0 ? unitsPerClick : -unitsPerClick;
    }
}

QList<int> WheelClicks::add(QPoint pixels, QPoint angle)
{
    QList<int> clicks;
    m_vertical.add(units(pixels.y(), pixels.isNull() ? angle.y() : 0), 1 << 3, 1 << 4, clicks);
    m_horizontal.add(units(pixels.x(), pixels.isNull() ? angle.x() : 0), 1 << 5, 1 << 6, clicks);
    return clicks;
}

void WheelClicks::reset()
{
    m_vertical.rest = 0;
    m_horizontal.rest = 0;
}

} // namespace portlight
