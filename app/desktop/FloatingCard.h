// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portlight {

/// A rounded card with a hairline and a soft shadow that floats over other widgets. Its contents margins leave room
/// for the shadow.
class FloatingCard : public QWidget
{
    Q_OBJECT

public:
    explicit FloatingCard(QWidget *parent = nullptr);

    /// Room that the shadow takes on each side, in pixels.
    static constexpr int shadow = 10;
    /// A red border: something is not as it should be.
    void setAlarming(bool alarming);
    [[nodiscard]] bool isAlarming() const { return m_alarming; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_alarming = false;
};

} // namespace portlight
