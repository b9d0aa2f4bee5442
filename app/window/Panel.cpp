// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Panel.h"

#include <QPainter>

namespace portlight {

Panel::Panel(QColor ThemeColors::*ground, Qt::Edges hairlines, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_hairlines(hairlines)
{
}

void Panel::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.*m_ground);
    if (m_hairlines.testFlag(Qt::TopEdge))
        painter.fillRect(QRect(0, 0, width(), 1), colors.border);
    if (m_hairlines.testFlag(Qt::LeftEdge))
        painter.fillRect(QRect(0, 0, 1, height()), colors.border);
}

} // namespace portlight
