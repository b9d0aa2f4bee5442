// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/WindowMenus.h"

#include "window/VmHeader.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace portlight {

WindowMenus::WindowMenus(QMainWindow *window, Settings &settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
    buildPortlight();
    buildVm();
    buildView();
    QMenu *help = m_window->menuBar()->addMenu(tr("&Help"));
    connect(add(help, tr("&About Portlight")), &QAction::triggered, this, &WindowMenus::aboutRequested);
    setPossible({}, false);
}

QAction *WindowMenus::add(QMenu *menu, const QString &text, const QKeySequence &shortcut)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(shortcut);
    // Also while the menu bar is hidden in full screen.
    m_window->addAction(action);
    return action;
}

void WindowMenus::buildPortlight()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Portlight"));
    connect(add(menu, tr("&New VM…"), QKeySequence(Qt::CTRL | Qt::Key_N)), &QAction::triggered, this,
            &WindowMenus::newVmRequested);
    connect(add(menu, tr("Try the &demo")), &QAction::triggered, this, &WindowMenus::demoRequested);
    menu->addSeparator();
    QAction *quit = add(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, m_window, &QWidget::close);
}

void WindowMenus::buildVm()
{
    m_vm = m_window->menuBar()->addMenu(tr("&VM"));
    m_more = new QMenu(m_window);
    const auto vmAction = [this](VmAction action, const QString &text, const QKeySequence &shortcut = {}) {
        QAction *item = add(m_vm, text, shortcut);
        connect(item, &QAction::triggered, this, [this, action] { Q_EMIT vmActionRequested(action); });
        m_vmActions.insert(action, item);
        return item;
    };
    vmAction(VmAction::Verify, tr("&Verify"), QKeySequence(Qt::Key_F5));
    vmAction(VmAction::Start, tr("&Start"));
    vmAction(VmAction::Stop, tr("S&top"));
    m_more->addAction(vmAction(VmAction::Restart, tr("&Restart")));
    m_more->addAction(vmAction(VmAction::Pause, tr("&Pause")));
    m_more->addAction(vmAction(VmAction::Resume, tr("Res&ume")));
    m_vm->addSeparator();
    QAction *keys = add(m_vm, tr("Send &Ctrl+Alt+Del"));
    connect(keys, &QAction::triggered, this, &WindowMenus::controlAltDeleteRequested);
    QAction *picture = add(m_vm, tr("Save a s&creenshot…"));
    connect(picture, &QAction::triggered, this, &WindowMenus::screenshotRequested);
    m_needVm = {keys, picture};
    m_vm->addSeparator();
    m_more->addSeparator();
    m_more->addAction(vmAction(VmAction::Destroy, tr("&Destroy…")));
}

void WindowMenus::buildView()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("Vie&w"));
    const std::pair<int, QString> tabs[] = {{VmHeader::DesktopTab, tr("&Desktop")},
                                            {VmHeader::ConsoleTab, tr("&Console")},
                                            {VmHeader::DetailsTab, tr("D&etails")}};
    for (const auto &[tab, text] : tabs) {
        QAction *action = add(menu, text, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + tab)));
        connect(action, &QAction::triggered, this, [this, tab = tab] { Q_EMIT tabRequested(tab); });
        m_needVm.append(action);
    }
    connect(add(menu, tr("&Find a VM"), QKeySequence(Qt::CTRL | Qt::Key_F)), &QAction::triggered, this,
            &WindowMenus::findRequested);
    menu->addSeparator();
    buildScale(menu);
    QAction *figures = add(menu, tr("Fi&gures"));
    figures->setCheckable(true);
    figures->setChecked(m_settings.figuresShown());
    connect(figures, &QAction::toggled, this, &WindowMenus::figuresToggled);
    QAction *fullScreen = add(menu, tr("F&ull screen"), QKeySequence(Qt::Key_F11));
    connect(fullScreen, &QAction::triggered, this, &WindowMenus::fullScreenRequested);
    m_needVm.append(fullScreen);
    menu->addSeparator();
    buildTheme(menu);
    menu->addSeparator();
    connect(add(menu, tr("T&rash…")), &QAction::triggered, this, &WindowMenus::trashRequested);
}

void WindowMenus::buildScale(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Picture size"));
    auto *group = new QActionGroup(menu);
    m_fit = group->addAction(add(menu, tr("&Fit into the window")));
    m_original = group->addAction(add(menu, tr("&Original size (1:1)")));
    m_fit->setCheckable(true);
    m_original->setCheckable(true);
    connect(m_fit, &QAction::triggered, this, [this] { Q_EMIT scaleModeChosen(ScaleMode::Fit); });
    connect(m_original, &QAction::triggered, this, [this] { Q_EMIT scaleModeChosen(ScaleMode::Original); });
    setScaleMode(ScaleMode::Fit);
}

void WindowMenus::buildTheme(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(menu);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = group->addAction(add(menu, text));
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] { Q_EMIT themeChosen(choice); });
    }
}

void WindowMenus::setScaleMode(ScaleMode mode)
{
    m_fit->setChecked(mode == ScaleMode::Fit);
    m_original->setChecked(mode == ScaleMode::Original);
}

void WindowMenus::setPossible(VmActionSet possible, bool vmShown)
{
    for (auto action = m_vmActions.cbegin(); action != m_vmActions.cend(); ++action)
        action.value()->setEnabled(possible.testFlag(action.key()));
    // Of the pair only the one that can mean something is shown.
    m_vmActions[VmAction::Resume]->setVisible(possible.testFlag(VmAction::Resume));
    m_vmActions[VmAction::Pause]->setVisible(!possible.testFlag(VmAction::Resume));
    for (QAction *action : std::as_const(m_needVm))
        action->setEnabled(vmShown);
}

} // namespace portlight
