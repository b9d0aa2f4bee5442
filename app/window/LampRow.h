// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Lamps.h"

#include <QWidget>

#include <array>

namespace portlight {

/// Paints the four lamps in one line.
class LampRow : public QWidget
{
    Q_OBJECT

public:
    explicit LampRow(QWidget *parent = nullptr);

    void setLamps(const std::array<Lamp, 4> &lamps);
    [[nodiscard]] const std::array<Lamp, 4> &lamps() const { return m_lamps; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] QRect areaOf(int lamp) const;

    std::array<Lamp, 4> m_lamps;
};

} // namespace portlight
