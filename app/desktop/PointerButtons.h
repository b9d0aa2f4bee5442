// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <Qt>

namespace portlight {

/// Qt's mouse as RFB's button mask (RFC 6143, 7.5.5, and rfbproto, "ExtendedMouseButtons"): bit 0 left, 1 middle,
/// 2 right, 3 and 4 wheel up and down, 5 and 6 wheel left and right, 7 back, 8 forward.
namespace PointerButtons {

[[nodiscard]] int mask(Qt::MouseButtons buttons);

} // namespace PointerButtons

/// Turns wheel movements, which touch pads and high-resolution wheels send in small parts, into clicks of RFB's wheel
/// buttons: one for 50 pixels or one notch (120). The rest is kept for the next movement, unless that goes the other
/// way.
class WheelClicks
{
public:
    /// `pixels` and `angle` as QWheelEvent has them; pixels count where there are some. Returns one button bit per
    /// click, in order; at most 16 for each axis.
    [[nodiscard]] QList<int> add(QPoint pixels, QPoint angle);
    /// The fingers were lifted.
    void reset();

private:
    struct Axis
    {
        int rest = 0; ///< In units of which 6000 are a click: 120 of a pixel, 50 of an angle's unit.
        void add(int units, int forward, int backward, QList<int> &clicks);
    };
    Axis m_vertical;
    Axis m_horizontal;
};

} // namespace portlight
