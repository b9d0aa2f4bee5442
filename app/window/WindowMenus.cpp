// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/WindowMenus.h"

#include "desktop/ViewerActions.h"
#include "window/VmHeader.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::Literals::StringLiterals;

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
    connect(add(menu, tr("Open a desktop by &address…"), QKeySequence(Qt::CTRL | Qt::Key_L)), &QAction::triggered, this,
            &WindowMenus::openAddressRequested);
    connect(add(menu, tr("Open a &recording…"), QKeySequence(Qt::CTRL | Qt::Key_O)), &QAction::triggered, this,
            &WindowMenus::openRecordingRequested);
    connect(add(menu, tr("Open a l&og…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)), &QAction::triggered, this,
            &WindowMenus::openLogRequested);
    QMenu *recent = menu->addMenu(tr("R&ecent logs"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentLogs(recent); });
    menu->addSeparator();
    QAction *quit = add(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, m_window, &QWidget::close);
}

void WindowMenus::fillRecentLogs(QMenu *menu)
{
    menu->clear();
    const QStringList logs = m_settings.recentLogs();
    for (const QString &path : logs) {
        // A single ampersand would underline what follows it.
        QAction *action = menu->addAction(QString(path).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT logRequested(path); });
    }
    if (logs.isEmpty()) {
        menu->addAction(tr("No log was opened yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Forget these")), &QAction::triggered, this, [this] { m_settings.clearRecentLogs(); });
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
    m_more->addSeparator();
    m_more->addAction(vmAction(VmAction::Destroy, tr("&Destroy…")));
}

void WindowMenus::buildView()
{
    QMenu *menu = m_view = m_window->menuBar()->addMenu(tr("Vie&w"));
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
    buildTheme(menu);
    menu->addSeparator();
    connect(add(menu, tr("&Highlighting rules…")), &QAction::triggered, this, &WindowMenus::rulesRequested);
    connect(add(menu, tr("T&rash…")), &QAction::triggered, this, &WindowMenus::trashRequested);
}

void WindowMenus::addDesktop(const ViewerActions &actions)
{
    auto *menu = new QMenu(tr("&Desktop"), m_window);
    actions.fill(menu);
    m_window->menuBar()->insertMenu(m_view->menuAction(), menu);
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
