// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/FloatingCard.h"

#include "settings/ThemeColors.h"

#include <QPainter>

namespace portlight {

FloatingCard::FloatingCard(QWidget *parent)
    : QWidget(parent)
{
    setContentsMargins(shadow, shadow, shadow, shadow);
}

void FloatingCard::setAlarming(bool alarming)
{
    m_alarming = alarming;
    update();
}

void FloatingCard::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    for (int ring = shadow; ring > 0; --ring) {
        painter.setBrush(QColor(0, 0, 0, colors.dark ? 6 : 2));
        painter.drawRoundedRect(card.adjusted(-ring, -ring + 2, ring, ring), 8 + ring, 8 + ring);
    }
    painter.setPen(m_alarming ? QPen(colors.failing, 2) : QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace portlight
