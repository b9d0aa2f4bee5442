// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/ThemeColors.h"

#include <QWidget>

namespace portlight {

/// A plain ground in one of the theme's colours with a hairline on some of its edges.
class Panel : public QWidget
{
    Q_OBJECT

public:
    Panel(QColor ThemeColors::*ground, Qt::Edges hairlines, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor ThemeColors::*m_ground;
    Qt::Edges m_hairlines;
};

} // namespace portlight
