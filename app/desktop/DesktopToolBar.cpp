// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopToolBar.h"

#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QMenu>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStyle>

namespace portlight {

namespace {

constexpr int fadeMilliseconds = 140;

QPushButton *toolButton(const QString &text, const QString &toolTip, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("quiet", true);
    button->setIconSize(ThemeMetrics::buttonIcon(parent->font()));
    button->setToolTip(toolTip);
    button->setAccessibleName(name);
    // A click must not take the keyboard away from the guest; Tab reaches the buttons all the same.
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DesktopToolBar::DesktopToolBar(QWidget *parent)
    : FloatingCard(parent)
    , m_opacity(new QGraphicsOpacityEffect(this))
    , m_animation(new QPropertyAnimation(m_opacity, "opacity", this))
{
    setAccessibleName(tr("Desktop tools"));
    m_keys = toolButton(tr("Ctrl+Alt+Del"), tr("Press Ctrl+Alt+Del in the guest."), tr("Send Ctrl+Alt+Del"), this);
    m_screenshot = toolButton(tr("Screenshot"), tr("Save the guest's picture."), tr("Save a screenshot"), this);
    m_scale = toolButton({}, tr("How the guest's picture is sized."), tr("Picture size"), this);
    m_scale->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the word
    m_fullScreen = toolButton({}, tr("Full screen (F11)."), tr("Full screen"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    for (QPushButton *button : {m_keys, m_screenshot, m_scale, m_fullScreen})
        layout->addWidget(button);
    connect(m_keys, &QPushButton::clicked, this, &DesktopToolBar::controlAltDeleteRequested);
    connect(m_screenshot, &QPushButton::clicked, this, &DesktopToolBar::screenshotRequested);
    connect(m_fullScreen, &QPushButton::clicked, this, &DesktopToolBar::fullScreenRequested);
    m_opacity->setOpacity(1);
    m_opacity->setEnabled(false); // only while fading: an effect costs a copy per paint
    setGraphicsEffect(m_opacity);
    connect(m_animation, &QPropertyAnimation::finished, this, [this] {
        m_opacity->setEnabled(false);
        setVisible(!m_faded);
    });
    buildScaleMenu();
    setScaleMode(ScaleMode::Fit);
    refreshIcons();
}

void DesktopToolBar::buildScaleMenu()
{
    auto *menu = new QMenu(m_scale);
    auto *group = new QActionGroup(menu);
    m_fit = group->addAction(menu->addAction(tr("Fit into the window")));
    m_original = group->addAction(menu->addAction(tr("Original size (1:1)")));
    for (QAction *action : {m_fit, m_original})
        action->setCheckable(true);
    connect(m_fit, &QAction::triggered, this, [this] { Q_EMIT scaleModeChosen(ScaleMode::Fit); });
    connect(m_original, &QAction::triggered, this, [this] { Q_EMIT scaleModeChosen(ScaleMode::Original); });
    m_scale->setMenu(menu);
}

void DesktopToolBar::setScaleMode(ScaleMode mode)
{
    m_fit->setChecked(mode == ScaleMode::Fit);
    m_original->setChecked(mode == ScaleMode::Original);
    m_scale->setText(mode == ScaleMode::Fit ? tr("Fit") : tr("1:1"));
    adjustSize();
}

void DesktopToolBar::setFaded(bool faded)
{
    if (faded == m_faded)
        return;
    m_faded = faded;
    const double target = faded ? 0 : 1;
    if (!isVisibleTo(parentWidget()) && !faded)
        show();
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) {
        m_opacity->setOpacity(target);
        setVisible(!faded);
        return;
    }
    m_animation->stop();
    m_opacity->setEnabled(true);
    m_animation->setDuration(fadeMilliseconds);
    m_animation->setStartValue(m_opacity->opacity());
    m_animation->setEndValue(target);
    m_animation->start();
}

void DesktopToolBar::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshIcons(); }, Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void DesktopToolBar::refreshIcons()
{
    const QColor color = ThemeColors::of(palette()).text;
    m_keys->setIcon(Icons::icon(Icon::Keyboard, color));
    m_screenshot->setIcon(Icons::icon(Icon::Camera, color));
    m_scale->setIcon(Icons::icon(Icon::ChevronDown, color));
    m_fullScreen->setIcon(Icons::icon(Icon::Fullscreen, color));
}

} // namespace portlight
