// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmBadge.h"

#include <QWidget>

namespace portlight {

/// The verdict badge as a widget of its own, in the header's size.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(QWidget *parent = nullptr);

    void setBadge(VmBadge badge, const QString &word);
    [[nodiscard]] VmBadge badge() const { return m_badge; }
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    VmBadge m_badge = VmBadge::Unknown;
    QString m_word;
};

} // namespace portlight
