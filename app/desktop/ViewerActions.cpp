// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerActions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int levels = 10;

} // namespace

ViewerActions::ViewerActions(QWidget *owner)
    : QObject(owner)
    , m_owner(owner)
{
    addMenu(Menu::Keys, tr("&Keys"));
    add(Command::ViewOnly, tr("&View only"), tr("Look on: no key, no click and no text goes to the guest."),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O))
        ->setCheckable(true);
    add(Command::SaveScreenshot, tr("&Save a screenshot…"), tr("Save the guest's picture."),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    add(Command::CopyScreenshot, tr("&Copy the picture"), tr("Put the guest's picture on the clipboard."),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    add(Command::Record, tr("&Record"), tr("Record what the desktop shows, without loss."),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R))
        ->setCheckable(true);
    add(Command::Figures, tr("Fi&gures"), tr("How the connection does, in a corner of the picture."),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G))
        ->setCheckable(true);
    add(Command::FullScreen, tr("F&ull screen"), tr("Full screen"), QKeySequence(Qt::Key_F11));
    add(Command::CopyLink, tr("Copy the &noVNC link"),
        tr("The address that shows this desktop in a browser, without any password."));
    add(Command::ForgetPassword, tr("&Forget the password"), tr("Take this desktop's password out of the keyring."));
    add(Command::Reconnect, tr("C&onnect anew"), tr("Begin a new connection now."));
    add(Command::Disconnect, tr("&Disconnect"), tr("End the connection; the guest goes on."));
    buildClipboard();
    buildScale();
    buildQuality();
    buildPower();
    setOptions({});
    setState(false, false, false);
}

QAction *ViewerActions::add(Command command, const QString &text, const QString &toolTip, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setToolTip(shortcut.isEmpty() ? toolTip
                                          : u"%1 (%2)"_s.arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    m_owner->addAction(action);
    m_actions.insert(command, action);
    return action;
}

QMenu *ViewerActions::addMenu(Menu menu, const QString &title)
{
    auto *made = new QMenu(title, m_owner);
    m_menus.insert(menu, made);
    return made;
}

void ViewerActions::choose(const ViewerOptions &options)
{
    // The action that was chosen shows the new state already; what comes of it decides.
    const ViewerOptions before = m_options;
    setOptions(options);
    if (options != before)
        Q_EMIT optionsChosen(options);
}

void ViewerActions::buildClipboard()
{
    QMenu *menu = addMenu(Menu::Clipboard, tr("C&lipboard"));
    QAction *from = add(Command::FromGuest, tr("Take what is copied in the &guest"),
                        tr("Text that is copied in the guest comes to this clipboard while this window is active."));
    QAction *to = add(Command::ToGuest, tr("Give the guest what is copied &here"),
                      tr("Text on this clipboard goes to the guest while its desktop has the keyboard."));
    QAction *type = add(Command::TypeClipboard, tr("&Type the clipboard's text"),
                        tr("Presses the keys of the text, for guests without a clipboard."),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    from->setCheckable(true);
    to->setCheckable(true);
    menu->addActions({from, to});
    menu->addSeparator();
    menu->addAction(type);
    const auto chosen = [this] {
        ViewerOptions options = m_options;
        options.viewOnly = action(Command::ViewOnly)->isChecked();
        options.clipboardFromGuest = action(Command::FromGuest)->isChecked();
        options.clipboardToGuest = action(Command::ToGuest)->isChecked();
        choose(options);
    };
    for (const Command command : {Command::ViewOnly, Command::FromGuest, Command::ToGuest})
        connect(action(command), &QAction::triggered, this, chosen);
}

void ViewerActions::buildScale()
{
    QMenu *menu = addMenu(Menu::Scale, tr("&Picture size"));
    auto *group = new QActionGroup(menu);
    const std::pair<ScaleMode, QString> modes[] = {{ScaleMode::Fit, tr("&Fit into the window")},
                                                   {ScaleMode::Original, tr("&Original size (1:1)")},
                                                   {ScaleMode::Integer, tr("&Whole multiples")},
                                                   {ScaleMode::Remote, tr("&Resize the guest to the window")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            ViewerOptions options = m_options;
            options.scale = mode;
            choose(options);
        });
        m_scales.insert(mode, action);
    }
}

void ViewerActions::buildQuality()
{
    QMenu *menu = addMenu(Menu::Quality, tr("&Quality"));
    auto *group = new QActionGroup(menu);
    const std::pair<PictureQuality::Mode, QString> modes[] = {
        {PictureQuality::Mode::Automatic, tr("&Automatic, by the connection's speed")},
        {PictureQuality::Mode::Lossless, tr("&Lossless")},
        {PictureQuality::Mode::Fixed, tr("&Fixed")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            ViewerOptions options = m_options;
            options.quality.mode = mode;
            choose(options);
        });
        m_qualities.insert(mode, action);
    }
    menu->addSeparator();
    menu->addMenu(buildLevels(tr("Fixed &picture quality"), &PictureQuality::quality, m_levels));
    menu->addMenu(buildLevels(tr("Fixed &compression"), &PictureQuality::compression, m_compressions));
}

QMenu *ViewerActions::buildLevels(const QString &title, int PictureQuality::*level, QList<QAction *> &actions)
{
    auto *menu = new QMenu(title, m_owner);
    auto *group = new QActionGroup(menu);
    for (int value = 0; value < levels; ++value) {
        QString text = u"&%1"_s.arg(value);
        if (value == 0)
            text = level == &PictureQuality::quality ? tr("&0 (smallest)") : tr("&0 (none)");
        if (value == levels - 1)
            text = level == &PictureQuality::quality ? tr("&9 (best)") : tr("&9 (most)");
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        // Whoever picks a level wants it to count.
        connect(action, &QAction::triggered, this, [this, level, value] {
            ViewerOptions options = m_options;
            options.quality.mode = PictureQuality::Mode::Fixed;
            options.quality.*level = value;
            choose(options);
        });
        actions.append(action);
    }
    return menu;
}

void ViewerActions::buildPower()
{
    QMenu *menu = addMenu(Menu::Power, tr("Po&wer"));
    const std::pair<rfb::PowerAction, QString> powers[] = {{rfb::PowerAction::Shutdown, tr("&Shut down…")},
                                                           {rfb::PowerAction::Reboot, tr("&Reboot…")},
                                                           {rfb::PowerAction::Reset, tr("R&eset…")}};
    for (const auto &[power, text] : powers)
        connect(menu->addAction(text), &QAction::triggered, this, [this, power = power] { Q_EMIT powerChosen(power); });
}

void ViewerActions::fill(QMenu *menu) const
{
    menu->addMenu(this->menu(Menu::Keys));
    menu->addMenu(this->menu(Menu::Clipboard));
    menu->addAction(action(Command::ViewOnly));
    menu->addSeparator();
    menu->addAction(action(Command::SaveScreenshot));
    menu->addAction(action(Command::CopyScreenshot));
    menu->addAction(action(Command::Record));
    menu->addSeparator();
    menu->addMenu(this->menu(Menu::Scale));
    menu->addMenu(this->menu(Menu::Quality));
    menu->addAction(action(Command::Figures));
    menu->addAction(action(Command::FullScreen));
    menu->addSeparator();
    menu->addMenu(this->menu(Menu::Power));
    menu->addAction(action(Command::CopyLink));
    menu->addAction(action(Command::ForgetPassword));
    menu->addAction(action(Command::Reconnect));
    menu->addAction(action(Command::Disconnect));
}

void ViewerActions::fillMore(QMenu *menu) const
{
    menu->addAction(action(Command::CopyScreenshot));
    menu->addSeparator();
    menu->addMenu(this->menu(Menu::Quality));
    menu->addAction(action(Command::Figures));
    menu->addSeparator();
    menu->addMenu(this->menu(Menu::Power));
    menu->addAction(action(Command::CopyLink));
    menu->addAction(action(Command::ForgetPassword));
    menu->addAction(action(Command::Reconnect));
    menu->addAction(action(Command::Disconnect));
}

QString ViewerActions::scaleWord() const
{
    switch (m_options.scale) {
    case ScaleMode::Fit:
        return tr("Fit");
    case ScaleMode::Original:
        return tr("1:1");
    case ScaleMode::Integer:
        return tr("Whole");
    case ScaleMode::Remote:
        return tr("Resize");
    }
    return {};
}

void ViewerActions::setOptions(const ViewerOptions &options)
{
    m_options = options;
    action(Command::ViewOnly)->setChecked(options.viewOnly);
    action(Command::FromGuest)->setChecked(options.clipboardFromGuest);
    action(Command::ToGuest)->setChecked(options.clipboardToGuest);
    m_scales[options.scale]->setChecked(true);
    m_qualities[options.quality.mode]->setChecked(true);
    m_levels[options.quality.quality]->setChecked(true);
    m_compressions[options.quality.compression]->setChecked(true);
    setState(m_live, action(Command::Disconnect)->isEnabled(), action(Command::Reconnect)->isEnabled());
}

void ViewerActions::setState(bool live, bool connected, bool hasDesktop)
{
    m_live = live;
    for (const Command command : {Command::SaveScreenshot, Command::CopyScreenshot, Command::Record})
        action(command)->setEnabled(live);
    action(Command::TypeClipboard)->setEnabled(live && !m_options.viewOnly);
    menu(Menu::Keys)->setEnabled(live && !m_options.viewOnly);
    for (const Command command :
         {Command::ViewOnly, Command::FromGuest, Command::ToGuest, Command::Reconnect, Command::CopyLink})
        action(command)->setEnabled(hasDesktop);
    for (const Menu which : {Menu::Clipboard, Menu::Scale, Menu::Quality})
        menu(which)->setEnabled(hasDesktop);
    action(Command::Disconnect)->setEnabled(connected);
    refreshPower();
}

void ViewerActions::setAbilities(const rfb::ServerAbilities &abilities)
{
    m_abilities = abilities;
    refreshPower();
}

void ViewerActions::refreshPower()
{
    menu(Menu::Power)->menuAction()->setVisible(m_live && m_abilities.power);
    menu(Menu::Power)->setEnabled(m_live && m_abilities.power && !m_options.viewOnly);
}

void ViewerActions::setRecording(bool on)
{
    action(Command::Record)->setChecked(on);
    action(Command::Record)->setText(on ? tr("Stop &recording") : tr("&Record"));
}

} // namespace portlight
