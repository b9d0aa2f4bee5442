// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SeekSlider.h"

#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>

namespace portlight {

SeekSlider::SeekSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    // Arrows and page keys; what the program sets does not come by here.
    connect(this, &QSlider::actionTriggered, this, [this] { Q_EMIT chosen(sliderPosition()); });
}

void SeekSlider::choose(const QMouseEvent &event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const int at = qRound(event.position().x()) - handle.width() / 2;
    const int value = QStyle::sliderValueFromPosition(minimum(), maximum(), at, width() - handle.width());
    setValue(value);
    Q_EMIT chosen(value);
}

void SeekSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    choose(*event);
}

void SeekSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        choose(*event);
}

void SeekSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

} // namespace portlight
