// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/LampRow.h"

#include "settings/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace portlight {

namespace {

constexpr int iconSize = 14;
constexpr int iconGap = 4;
constexpr int lampGap = 14;

} // namespace

LampRow::LampRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LampRow::setLamps(const std::array<Lamp, 4> &lamps)
{
    m_lamps = lamps;
    QStringList words;
    for (const Lamp &lamp : lamps)
        words.append(tr("%1: %2").arg(lamp.text, lamp.stateWord()));
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QFont LampRow::textFont() const
{
    return ThemeMetrics::font(font(), 12);
}

QRect LampRow::areaOf(int lamp) const
{
    const QFontMetrics metrics(textFont());
    int x = 0;
    for (int before = 0; before < lamp; ++before)
        x += iconSize + iconGap + metrics.horizontalAdvance(m_lamps[size_t(before)].text) + lampGap;
    return {x, 0, iconSize + iconGap + metrics.horizontalAdvance(m_lamps[size_t(lamp)].text) + 2, height()};
}

QSize LampRow::sizeHint() const
{
    return {areaOf(int(m_lamps.size()) - 1).right() + 1, std::max(iconSize, QFontMetrics(textFont()).height()) + 4};
}

void LampRow::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setFont(textFont());
    for (int index = 0; index < int(m_lamps.size()); ++index) {
        const Lamp &lamp = m_lamps[size_t(index)];
        const QRect area = areaOf(index);
        Icons::paint(painter, QRectF(area.x(), (height() - iconSize) / 2.0, iconSize, iconSize), lamp.icon(),
                     lamp.color(colors));
        painter.setPen(colors.dim);
        painter.drawText(area.adjusted(iconSize + iconGap, 0, 0, 0), Qt::AlignVCenter, lamp.text);
    }
}

bool LampRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int index = 0; index < int(m_lamps.size()); ++index) {
        if (areaOf(index).contains(help->pos())) {
            const Lamp &lamp = m_lamps[size_t(index)];
            QToolTip::showText(help->globalPos(),
                               lamp.toolTip.isEmpty() ? tr("%1: %2").arg(lamp.text, lamp.stateWord()) : lamp.toolTip);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace portlight
