// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/RecordingPlayer.h"

#include <QWidget>

namespace portlight {

class DesktopCanvas;
class ReplayBar;
class ViewerNotice;
class ViewerToast;

/// A recording in the viewer's own canvas. GUI thread.
class ReplayPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayPage(QWidget *parent = nullptr);

    void open(const QString &file);
    /// The file's name without folder and ending.
    [[nodiscard]] QString name() const;
    [[nodiscard]] RecordingPlayer *player() const { return m_player; }
    [[nodiscard]] DesktopCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] ReplayBar *bar() const { return m_bar; }
    [[nodiscard]] ViewerNotice *notice() const { return m_notice; }
    /// With the facts about it, as a viewer's screenshot.
    [[nodiscard]] QImage screenshot() const;

public Q_SLOTS:
    void togglePlay();
    void saveScreenshot();

Q_SIGNALS:
    void fullScreenRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addKey(int key, const std::function<void()> &action);
    void stateChanged(RecordingPlayer::State state);
    void place();

    RecordingPlayer *m_player;
    DesktopCanvas *m_canvas;
    ReplayBar *m_bar;
    ViewerNotice *m_notice;
    ViewerToast *m_toast;
    QString m_file;
};

} // namespace portlight
