// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Settings.h"
#include "window/FleetController.h"
#include "window/JobRunner.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace portlight {

class EmptyPage;
struct DesktopTarget;
class JobStack;
class LogOpener;
class RuleLibrary;
class Sidebar;
class StatusLine;
class ViewerWindow;
class VmPage;
class WindowMenus;

/// Puts the parts of the window together and leads their signals to each other; nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(VmServicePointer service, Settings &settings, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Begins to look at the VMs.
    void start();
    /// Shows this VM as soon as it is listed.
    void showVm(const QString &id);
    void runDemo();
    /// A desktop that is no VM of ours, in a window of its own.
    ViewerWindow *openDesktop(const DesktopTarget &target);
    ViewerWindow *openRecording(const QString &file);
    /// Opens logs that belong to no VM, each in a window of its own.
    [[nodiscard]] LogOpener *logs() const { return m_logs; }

    [[nodiscard]] FleetController &fleet() { return m_fleet; }
    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    [[nodiscard]] VmPage *vmPage() const { return m_vmPage; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    [[nodiscard]] WindowMenus *menus() const { return m_menus; }
    [[nodiscard]] JobStack *jobStack() const { return m_jobStack; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }

public Q_SLOTS:
    void askNewVm();
    void askDestroy();
    void showTrash();
    void showRules();
    void askAddress();
    void askRecording();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectFleet();
    void connectMenus();
    void connectPages();
    void refreshSelected();
    void refreshEmpty();
    void lookAtHost();
    void act(VmAction action);
    [[nodiscard]] bool confirmClose();
    void confirmDestroy(const QString &id, qint64 bytes);
    void toggleFullScreen();
    void showVmMenu(const QPoint &where);
    void about();
    [[nodiscard]] QStringList names() const;

    Settings &m_settings;
    Theme &m_theme;
    JobRunner m_jobs;
    FleetController m_fleet;
    HostFacts m_facts;
    WindowMenus *m_menus;
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    QWidget *m_nothingYet; ///< Before the VMs are known.
    EmptyPage *m_empty;
    VmPage *m_vmPage;
    StatusLine *m_status;
    RuleLibrary *m_rules;
    LogOpener *m_logs;
    JobStack *m_jobStack;
    QString m_shown; ///< Id of the VM on the page.
};

} // namespace portlight
