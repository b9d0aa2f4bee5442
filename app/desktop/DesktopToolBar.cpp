// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopToolBar.h"

#include "desktop/ViewerActions.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAction>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QMenu>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace portlight {

namespace {

constexpr int fadeMilliseconds = 140;

} // namespace

DesktopToolBar::DesktopToolBar(const ViewerActions &actions, QWidget *parent)
    : FloatingCard(parent)
    , m_actions(actions)
    , m_opacity(new QGraphicsOpacityEffect(this))
    , m_animation(new QPropertyAnimation(m_opacity, "opacity", this))
{
    using Command = ViewerActions::Command;
    using Menu = ViewerActions::Menu;
    setAccessibleName(tr("Desktop tools"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    addMenu(
        add(Icon::Keyboard, tr("Keys"), tr("Keys for the guest"), tr("Press keys that this machine keeps for itself.")),
        actions.menu(Menu::Keys));
    addMenu(add(Icon::Copy, tr("Clipboard"), tr("Clipboard"), tr("What is copied here and in the guest.")),
            actions.menu(Menu::Clipboard));
    addCommand(add(Icon::Camera, tr("Screenshot"), tr("Save a screenshot"), {}),
               actions.action(Command::SaveScreenshot));
    m_record = add(Icon::Record, tr("Record"), tr("Record"), {});
    addCommand(m_record, actions.action(Command::Record));
    m_viewOnly = add(Icon::Eye, tr("View only"), tr("View only"), {});
    addCommand(m_viewOnly, actions.action(Command::ViewOnly));
    m_scale = add(Icon::ChevronDown, {}, tr("Picture size"), tr("How the guest's picture is sized."));
    m_scale->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the word
    addMenu(m_scale, actions.menu(Menu::Scale));
    QPushButton *more =
        add(Icon::Dots, {}, tr("More tools"), tr("Quality, figures, power and the way to share this desktop."));
    auto *menu = new QMenu(more);
    actions.fillMore(menu);
    more->setMenu(menu);
    addCommand(add(Icon::Fullscreen, {}, tr("Full screen"), {}), actions.action(Command::FullScreen));
    m_opacity->setOpacity(1);
    m_opacity->setEnabled(false); // only while fading: an effect costs a copy per paint
    setGraphicsEffect(m_opacity);
    connect(m_animation, &QPropertyAnimation::finished, this, [this] {
        m_opacity->setEnabled(false);
        setVisible(!m_faded);
    });
    refresh();
    refreshIcons();
}

QPushButton *DesktopToolBar::add(Icon icon, const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("quiet", true);
    button->setIconSize(ThemeMetrics::buttonIcon(font()));
    button->setToolTip(toolTip);
    button->setAccessibleName(name);
    button->setAutoDefault(true); // Enter presses it, as Space does
    // A click must not take the keyboard away from the guest; Tab reaches the buttons all the same.
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    m_tools.append({button, icon, text});
    return button;
}

void DesktopToolBar::addCommand(QPushButton *button, QAction *action)
{
    button->setToolTip(action->toolTip());
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, [action, follow] {
        action->trigger();
        follow();
    });
    follow();
}

void DesktopToolBar::addMenu(QPushButton *button, QMenu *menu)
{
    button->setMenu(menu);
    const auto follow = [button, action = menu->menuAction()] {
        button->setEnabled(action->isEnabled());
    };
    connect(menu->menuAction(), &QAction::changed, button, follow);
    follow();
}

void DesktopToolBar::refresh()
{
    m_scale->setText(m_actions.scaleWord());
    m_record->setText(!m_recordingTime.isEmpty() ? m_recordingTime : m_words ? tr("Record") : QString());
    fitInto(m_room);
}

void DesktopToolBar::setRecordingTime(const QString &time)
{
    if (time == m_recordingTime)
        return;
    const bool changes = time.isEmpty() != m_recordingTime.isEmpty();
    m_recordingTime = time;
    if (changes)
        refreshIcons();
    refresh();
}

void DesktopToolBar::setWords(bool words)
{
    if (words == m_words)
        return;
    m_words = words;
    for (const Tool &tool : m_tools) {
        if (!tool.text.isEmpty())
            tool.button->setText(words ? tool.text : QString());
    }
    m_record->setText(!m_recordingTime.isEmpty() ? m_recordingTime : words ? tr("Record") : QString());
}

void DesktopToolBar::fitInto(int width)
{
    m_room = width;
    setWords(true);
    if (width > 0 && sizeHint().width() > width)
        setWords(false);
    adjustSize();
}

bool DesktopToolBar::isInUse() const
{
    return std::any_of(m_tools.begin(), m_tools.end(), [](const Tool &tool) {
        return tool.button->hasFocus() || (tool.button->menu() != nullptr && tool.button->menu()->isVisible());
    });
}

void DesktopToolBar::setFaded(bool faded)
{
    if (faded == m_faded || (faded && isInUse()))
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
            this,
            [this] {
                refreshIcons();
                refresh();
            },
            Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void DesktopToolBar::refreshIcons()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    for (const Tool &tool : m_tools)
        tool.button->setIcon(Icons::icon(tool.icon, colors.text));
    if (!m_recordingTime.isEmpty())
        m_record->setIcon(Icons::icon(Icon::Record, colors.failing));
}

} // namespace portlight
