// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"
#include "settings/Settings.h"

class QAction;
class QGraphicsOpacityEffect;
class QPropertyAnimation;
class QPushButton;

namespace portlight {

/// The tools at the viewer's lower edge. They fade away while somebody works in the guest.
class DesktopToolBar : public FloatingCard
{
    Q_OBJECT

public:
    explicit DesktopToolBar(QWidget *parent = nullptr);

    void setScaleMode(ScaleMode mode);
    /// Fades in or out in 140 ms, at once when the system asks for less motion.
    void setFaded(bool faded);
    [[nodiscard]] bool isFaded() const { return m_faded; }

Q_SIGNALS:
    void controlAltDeleteRequested();
    void screenshotRequested();
    void scaleModeChosen(portlight::ScaleMode mode);
    void fullScreenRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcons();
    void buildScaleMenu();

    QPushButton *m_keys;
    QPushButton *m_screenshot;
    QPushButton *m_scale;
    QPushButton *m_fullScreen;
    QAction *m_fit = nullptr;
    QAction *m_original = nullptr;
    QGraphicsOpacityEffect *m_opacity;
    QPropertyAnimation *m_animation;
    bool m_faded = false;
};

} // namespace portlight
