// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <Qt>

namespace portlight {

/// Qt's mouse as RFB's button mask (RFC 6143, 7.5.5): bit 0 left, 1 middle, 2 right, 3 and 4 wheel up and down,
/// 5 and 6 wheel left and right.
namespace PointerButtons {

[[nodiscard]] int mask(Qt::MouseButtons buttons);

} // namespace PointerButtons

/// Turns wheel movements, which high-resolution devices send in small parts, into clicks of RFB's wheel buttons.
class WheelClicks
{
public:
    /// `angle` in eighths of a degree as QWheelEvent has it; returns one button bit per click, in order.
    [[nodiscard]] QList<int> add(QPoint angle);

private:
    QPoint m_rest;
};

} // namespace portlight
