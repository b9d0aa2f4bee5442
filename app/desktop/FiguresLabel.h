// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SessionStatistics.h"

#include <QStringList>
#include <QWidget>

namespace portlight {

/// Frames per second, rate and encodings in a corner of the viewer, on a dark ground of its own so that any picture
/// may stand behind it. Lets the mouse through.
class FiguresLabel : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresLabel(QWidget *parent = nullptr);

    void setStatistics(const SessionStatistics &statistics);
    [[nodiscard]] QStringList lines() const { return m_lines; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    QStringList m_lines;
};

} // namespace portlight
