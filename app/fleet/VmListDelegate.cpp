// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/VmListDelegate.h"

#include "fleet/VmBadge.h"
#include "fleet/VmListModel.h"
#include "settings/Theme.h"

#include <QPainter>

namespace portlight {

void VmListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = ThemeColors::of(option.palette);
    const auto length = [&option](int pixels) {
        return ThemeMetrics::length(pixels, option.font);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(0, 1, 0, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) && selected;
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor ground = colors.selection;
        ground.setAlphaF(selected ? 1.0F : 0.45F);
        painter->setPen(focused ? QPen(colors.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(ground);
        painter->drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const auto badge = static_cast<VmBadge>(index.data(VmListModel::BadgeRole).toInt());
    const QString word = index.data(VmListModel::BadgeWordRole).toString();
    const QSize badgeSize = VmBadges::size(word, option.font);
    const QRectF badgeArea(row.right() - length(8) - badgeSize.width(), row.center().y() - badgeSize.height() / 2.0,
                           badgeSize.width(), badgeSize.height());
    VmBadges::paint(*painter, badgeArea, badge, word, colors, option.font);
    const QRectF nameArea(row.left() + length(26), row.top(), badgeArea.left() - row.left() - length(34), row.height());
    painter->setFont(option.font);
    painter->setPen(colors.text);
    const QString name =
        QFontMetrics(option.font)
            .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, int(nameArea.width()));
    painter->drawText(nameArea, Qt::AlignVCenter | Qt::AlignLeft, name);
    painter->restore();
}

QSize VmListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {ThemeMetrics::length(120, option.font), ThemeMetrics::length(34, option.font)};
}

} // namespace portlight
