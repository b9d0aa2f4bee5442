// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace portlight {

/// A slider for time: a click anywhere goes there.
class SeekSlider : public QSlider
{
    Q_OBJECT

public:
    explicit SeekSlider(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody chose this value, with mouse or keys.
    void chosen(int value);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void choose(const QMouseEvent &event);
};

} // namespace portlight
