// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/BadgeLabel.h"

#include <QPainter>

namespace portlight {

BadgeLabel::BadgeLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeLabel::setBadge(VmBadge badge, const QString &word)
{
    if (badge == m_badge && word == m_word)
        return;
    m_badge = badge;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return VmBadges::size(m_word, font(), true);
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    VmBadges::paint(painter, rect(), m_badge, m_word, ThemeColors::of(palette()), font(), true);
}

} // namespace portlight
