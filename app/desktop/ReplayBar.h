// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace portlight {

class SeekSlider;

/// Below a recording: play or pause, where it is, how long it is, how fast it goes.
class ReplayBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayBar(QWidget *parent = nullptr);

    void setPlaying(bool playing);
    /// Milliseconds.
    void setDuration(qint64 duration);
    void setPosition(qint64 position);
    [[nodiscard]] SeekSlider *slider() const { return m_slider; }
    [[nodiscard]] QComboBox *speed() const { return m_speed; }
    [[nodiscard]] QPushButton *playButton() const { return m_play; }
    [[nodiscard]] QString timeText() const;

Q_SIGNALS:
    void playPressed();
    void sought(qint64 milliseconds);
    void speedChosen(double factor);
    void screenshotPressed();
    void fullScreenPressed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshIcons();
    void refreshTime();

    QPushButton *m_play;
    SeekSlider *m_slider;
    QLabel *m_time;
    QComboBox *m_speed;
    QPushButton *m_screenshot;
    QPushButton *m_fullScreen;
    qint64 m_position = 0;
    qint64 m_duration = 0;
    bool m_playing = false;
};

} // namespace portlight
