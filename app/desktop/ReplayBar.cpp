// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ReplayBar.h"

#include "desktop/RecordingControl.h"
#include "desktop/SeekSlider.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr double speeds[] = {0.5, 1, 2, 4, 8};

QPushButton *iconButton(const QString &name, const QString &toolTip, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("quiet", true);
    button->setProperty("square", true);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setAutoDefault(true);
    return button;
}

int bounded(qint64 milliseconds)
{
    return int(std::clamp<qint64>(milliseconds, 0, std::numeric_limits<int>::max()));
}

} // namespace

ReplayBar::ReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_play(iconButton({}, {}, this))
    , m_slider(new SeekSlider(this))
    , m_time(new QLabel(this))
    , m_speed(new QComboBox(this))
    , m_screenshot(iconButton(tr("Save a screenshot"), tr("Save this picture. (Ctrl+Shift+S)"), this))
    , m_fullScreen(iconButton(tr("Full screen"), tr("Full screen (F11)"), this))
{
    m_slider->setAccessibleName(tr("Time"));
    m_slider->setSingleStep(5000);
    m_slider->setPageStep(30'000);
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it is played."));
    const QLocale locale;
    for (const double speed : speeds)
        m_speed->addItem(tr("%1×").arg(locale.toString(speed)), speed);
    m_speed->setCurrentIndex(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_speed);
    layout->addWidget(m_screenshot);
    layout->addWidget(m_fullScreen);
    connect(m_play, &QPushButton::clicked, this, &ReplayBar::playPressed);
    connect(m_slider, &SeekSlider::chosen, this, [this](int value) {
        m_position = value;
        refreshTime();
        Q_EMIT sought(value);
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT speedChosen(m_speed->currentData().toDouble()); });
    connect(m_screenshot, &QPushButton::clicked, this, &ReplayBar::screenshotPressed);
    connect(m_fullScreen, &QPushButton::clicked, this, &ReplayBar::fullScreenPressed);
    refreshIcons();
    refreshTime();
}

void ReplayBar::setPlaying(bool playing)
{
    m_playing = playing;
    refreshIcons();
}

void ReplayBar::setDuration(qint64 duration)
{
    m_duration = duration;
    m_slider->setRange(0, bounded(duration));
    refreshTime();
}

void ReplayBar::setPosition(qint64 position)
{
    if (m_slider->isSliderDown())
        return; // somebody holds it
    m_position = position;
    m_slider->setValue(bounded(position));
    refreshTime();
}

QString ReplayBar::timeText() const
{
    return m_time->text();
}

void ReplayBar::refreshTime()
{
    m_time->setText(
        u"%1 / %2"_s.arg(RecordingControl::timeText(m_position / 1000), RecordingControl::timeText(m_duration / 1000)));
    m_slider->setAccessibleDescription(m_time->text());
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshIcons(); }, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

void ReplayBar::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(QRect(0, 0, width(), 1), colors.border);
}

void ReplayBar::refreshIcons()
{
    const QColor color = ThemeColors::of(palette()).text;
    m_play->setIcon(Icons::icon(m_playing ? Icon::Pause : Icon::Play, color));
    m_play->setAccessibleName(m_playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("%1 (Space)").arg(m_play->accessibleName()));
    m_screenshot->setIcon(Icons::icon(Icon::Camera, color));
    m_fullScreen->setIcon(Icons::icon(Icon::Fullscreen, color));
    m_time->setFont(ThemeMetrics::monospace(font(), 12));
}

} // namespace portlight
