// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PictureFrame.h"

#include "settings/ThemeColors.h"

#include <QPainter>
#include <QTimer>

namespace portlight {

namespace {

constexpr int thickness = 3;
constexpr int flashMilliseconds = 180;

} // namespace

PictureFrame::PictureFrame(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void PictureFrame::surround(const QRect &area)
{
    const QRect around = area.adjusted(-thickness, -thickness, thickness, thickness);
    setGeometry(around.intersected(parentWidget()->rect()));
}

void PictureFrame::setViewOnly(bool on)
{
    m_viewOnly = on;
    refresh();
}

void PictureFrame::flash()
{
    if (m_flashing)
        return;
    m_flashing = true;
    refresh();
    QTimer::singleShot(flashMilliseconds, this, [this] {
        m_flashing = false;
        refresh();
    });
}

void PictureFrame::refresh()
{
    setVisible(m_viewOnly || m_flashing);
    update();
}

void PictureFrame::resizeEvent(QResizeEvent *)
{
    setMask(QRegion(rect()) - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
}

void PictureFrame::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_flashing ? colors.accent : colors.warning);
}

} // namespace portlight
