// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Settings.h"
#include "window/VmActionTable.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace portlight {

class ViewerActions;

/// The menu bar with its actions and shortcuts, and the menu of one VM that header and sidebar share.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMainWindow *window, Settings &settings);

    /// Switches the VM's actions; `possible` is empty when none is selected.
    void setPossible(VmActionSet possible, bool vmShown);
    [[nodiscard]] QAction *action(VmAction action) const { return m_vmActions.value(action); }
    /// Restart, pause or resume, destroy: what is not a button of the header.
    [[nodiscard]] QMenu *moreMenu() const { return m_more; }
    /// All actions of a VM, for a right click.
    [[nodiscard]] QMenu *vmMenu() const { return m_vm; }
    /// What there is to do with a desktop, as a menu of its own before "View".
    void addDesktop(const ViewerActions &actions);

Q_SIGNALS:
    void newVmRequested();
    void demoRequested();
    void vmActionRequested(portlight::VmAction action);
    void findRequested();
    void tabRequested(int tab);
    void themeChosen(portlight::ThemeChoice choice);
    void trashRequested();
    void openAddressRequested();
    void openRecordingRequested();
    void openLogRequested();
    /// One of the recent logs.
    void logRequested(const QString &path);
    void rulesRequested();
    void aboutRequested();

private:
    void buildPortlight();
    void buildVm();
    void buildView();
    void buildTheme(QMenu *view);
    void fillRecentLogs(QMenu *menu);
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &shortcut = {});

    QMainWindow *m_window;
    Settings &m_settings;
    QHash<VmAction, QAction *> m_vmActions;
    QList<QAction *> m_needVm;
    QMenu *m_vm = nullptr;
    QMenu *m_more = nullptr;
    QMenu *m_view = nullptr;
};

} // namespace portlight
