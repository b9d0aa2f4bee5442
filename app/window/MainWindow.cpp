// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/MainWindow.h"

#include "desktop/DesktopPage.h"
#include "fleet/Sidebar.h"
#include "serial/ConsolePage.h"
#include "serial/RuleLibrary.h"
#include "settings/Icons.h"
#include "window/EmptyPage.h"
#include "window/JobStack.h"
#include "window/LogOpener.h"
#include "window/PageTabs.h"
#include "window/Panel.h"
#include "window/StatusLine.h"
#include "window/VmHeader.h"
#include "window/VmPage.h"
#include "window/WindowMenus.h"

#include <QApplication>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int sidebarWidth = 256;

} // namespace

MainWindow::MainWindow(VmServicePointer service, Settings &settings, Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_fleet(std::move(service), m_jobs)
    , m_menus(new WindowMenus(this, settings))
    , m_splitter(new QSplitter(this))
    , m_sidebar(new Sidebar(m_fleet.model(), m_splitter))
    , m_stack(new QStackedWidget(m_splitter))
    , m_nothingYet(new Panel(&ThemeColors::surface, {}, m_stack))
    , m_empty(new EmptyPage(m_stack))
    , m_vmPage(new VmPage(settings, m_menus->moreMenu(), m_stack))
    , m_status(new StatusLine(m_fleet.model(), m_jobs, this))
    , m_rules(new RuleLibrary(settings, this))
    , m_logs(new LogOpener(settings, *m_rules, this))
    , m_jobStack(nullptr)
{
    setWindowTitle(tr("Portlight"));
    setWindowIcon(Icons::application());
    setAcceptDrops(true);
    build();
    connectFleet();
    connectMenus();
    connectPages();
    m_sidebar->selectVm(settings.selectedVm());
    m_sidebar->focusList();
}

MainWindow::~MainWindow()
{
    // The jobs' results must not reach widgets that are being taken apart.
    m_fleet.disconnect(this);
    m_jobs.disconnect();
    m_fleet.model().disconnect();
}

void MainWindow::build()
{
    m_stack->addWidget(m_nothingYet);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_vmPage);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_stack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(1, 1);
    // The cards float over the splitter; a child of the splitter itself would become one of its panes.
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setCentralWidget(middle);
    setStatusBar(m_status);
    m_jobStack = new JobStack(m_jobs, middle);
    const int width = m_settings.sidebarWidth();
    m_sidebar->setMinimumWidth(ThemeMetrics::length(180, font()));
    resize(ThemeMetrics::length(1360, font()), ThemeMetrics::length(850, font()));
    const int side = width > 0 ? width : ThemeMetrics::length(sidebarWidth, font()) - 1;
    m_splitter->setSizes({side, this->width() - side});
    restoreGeometry(m_settings.windowGeometry());
    refreshEmpty();
}

void MainWindow::connectFleet()
{
    connect(&m_fleet, &FleetController::listed, this, &MainWindow::refreshEmpty);
    connect(&m_fleet, &FleetController::listed, this, &MainWindow::refreshSelected);
    connect(&m_fleet, &FleetController::listingProblem, this, &MainWindow::refreshSelected);
    connect(&m_fleet, &FleetController::listingProblem, m_status, &StatusLine::setProblem);
    connect(&m_fleet, &FleetController::busyChanged, this, &MainWindow::refreshSelected);
    connect(&m_fleet, &FleetController::vmCreated, this, [this](const QString &id) {
        refreshEmpty();
        showVm(id);
        // The button that began it may just have been hidden; the focus shall not wander off to the status bar.
        m_sidebar->focusList();
    });
    connect(&m_fleet, &FleetController::vmVerified, this, [this](const QString &id) {
        if (id == m_shown)
            m_vmPage->desktop()->reconnectNow();
    });
    connect(&m_fleet, &FleetController::demoRunningChanged, m_empty, &EmptyPage::setDemoRunning);
    connect(&m_fleet.model(), &VmListModel::changed, this, &MainWindow::refreshSelected);
    connect(&m_jobs, &JobRunner::jobFinished, this, [this](const Job *job) {
        if (!job->isQuiet())
            lookAtHost();
    });
}

void MainWindow::connectMenus()
{
    connect(m_menus, &WindowMenus::newVmRequested, this, &MainWindow::askNewVm);
    connect(m_menus, &WindowMenus::demoRequested, this, &MainWindow::runDemo);
    connect(m_menus, &WindowMenus::vmActionRequested, this, &MainWindow::act);
    connect(m_menus, &WindowMenus::findRequested, m_sidebar, &Sidebar::focusSearch);
    connect(m_menus, &WindowMenus::tabRequested, m_vmPage, &VmPage::showTab);
    connect(m_menus, &WindowMenus::trashRequested, this, &MainWindow::showTrash);
    connect(m_menus, &WindowMenus::aboutRequested, this, &MainWindow::about);
    connect(m_menus, &WindowMenus::openAddressRequested, this, &MainWindow::askAddress);
    connect(m_menus, &WindowMenus::openRecordingRequested, this, &MainWindow::askRecording);
    connect(m_menus, &WindowMenus::openLogRequested, m_logs, &LogOpener::ask);
    connect(m_menus, &WindowMenus::logRequested, m_logs, &LogOpener::open);
    connect(m_menus, &WindowMenus::rulesRequested, this, &MainWindow::showRules);
    connect(m_logs, &LogOpener::rulesWanted, this, &MainWindow::showRules);
    m_menus->addDesktop(*m_vmPage->desktop()->actions());
    connect(m_menus, &WindowMenus::themeChosen, this, [this](ThemeChoice choice) {
        m_settings.setTheme(choice);
        m_theme.setChoice(choice);
    });
}

void MainWindow::connectPages()
{
    connect(m_sidebar, &Sidebar::vmSelected, this, [this](const QString &id) {
        m_settings.setSelectedVm(id);
        refreshSelected();
    });
    connect(m_sidebar, &Sidebar::vmActivated, this, [this] { m_vmPage->showTab(VmHeader::DesktopTab); });
    connect(m_sidebar, &Sidebar::newVmRequested, this, &MainWindow::askNewVm);
    connect(m_sidebar, &Sidebar::menuRequested, this,
            [this](const QString &, const QPoint &where) { showVmMenu(where); });
    connect(m_empty, &EmptyPage::demoRequested, this, &MainWindow::runDemo);
    connect(m_vmPage->header(), &VmHeader::actionRequested, this, &MainWindow::act);
    m_vmPage->console()->setRules(m_rules);
    connect(m_vmPage->console(), &ConsolePage::rulesWanted, this, &MainWindow::showRules);
    DesktopPage *desktop = m_vmPage->desktop();
    connect(desktop, &DesktopPage::fullScreenRequested, this, &MainWindow::toggleFullScreen);
    connect(desktop, &DesktopPage::keyboardReleased, this, [this] { m_vmPage->header()->tabs()->setFocus(); });
    connect(desktop, &DesktopPage::rang, this, [this] { QApplication::alert(this); });
    connect(desktop, &DesktopPage::liveChanged, this, [this](bool live) {
        m_fleet.setViewedVm(live ? m_shown : QString());
        if (live)
            m_fleet.verifySeen(m_shown);
    });
}

void MainWindow::start()
{
    lookAtHost();
    m_fleet.start();
}

void MainWindow::showVm(const QString &id)
{
    m_sidebar->selectVm(id);
}

void MainWindow::runDemo()
{
    // The button that begins it is greyed meanwhile; the focus shall not wander off to the status bar.
    m_sidebar->focusList();
    m_fleet.runDemo();
}

void MainWindow::refreshSelected()
{
    QString id = m_sidebar->selectedVm();
    if (id.isEmpty() && m_fleet.model().rowCount() > 0 && m_sidebar->search()->text().isEmpty() && m_fleet.isListed()) {
        // Somebody else's VM may be what was selected last; something is always shown.
        m_sidebar->selectVm(m_fleet.model().entries().first().vm.spec.id);
        id = m_sidebar->selectedVm();
    }
    if (id.isEmpty() && m_fleet.model().entry(m_shown) != nullptr)
        id = m_shown; // hidden by the search only
    if (id != m_shown)
        m_vmPage->clear();
    m_shown = id;
    const VmEntry *entry = m_fleet.model().entry(id);
    QWidget *withoutVm = m_fleet.isListed() ? static_cast<QWidget *>(m_empty) : m_nothingYet;
    m_stack->setCurrentWidget(entry != nullptr ? m_vmPage : withoutVm);
    if (entry == nullptr) {
        m_menus->setPossible({}, false);
        setWindowTitle(tr("Portlight"));
        return;
    }
    const bool busy = m_fleet.isBusy(id);
    setWindowTitle(tr("%1 – Portlight").arg(entry->vm.spec.name));
    m_menus->setPossible(possibleActions(entry->vm.state, busy), true);
    m_vmPage->setEntry(*entry, busy, m_fleet.service()->host());
}

void MainWindow::refreshEmpty()
{
    if (m_fleet.model().rowCount() > 0 && m_fleet.isListed())
        return;
    m_jobs.run<QList<Image>>(
        {tr("Looking at the images"), u"images"_s, true},
        [service = m_fleet.service()](Progress &progress) { return service->images(progress.cancellation()); }, this,
        [this](const Result<QList<Image>> &images) {
            const bool there = images && std::any_of(images->begin(), images->end(), [](const Image &image) {
                                   return image.name == MakeRun::demoImage();
                               });
            const auto recipe = Recipe::load(MakeRun::demoImage());
            m_empty->setImageNeeded(!there, recipe ? recipe->expectedUsage : 0);
        });
}

void MainWindow::lookAtHost()
{
    m_jobs.run<HostFacts>(
        {tr("Looking at this machine"), u"host"_s, true},
        [service = m_fleet.service()](Progress &progress) { return service->hostFacts(progress.cancellation()); }, this,
        [this](const Result<HostFacts> &facts) {
            if (!facts)
                return;
            m_facts = *facts;
            m_status->setHostFacts(*facts);
            m_empty->setHostFacts(*facts);
        });
}

void MainWindow::act(VmAction action)
{
    const VmEntry *entry = m_fleet.model().entry(m_shown);
    if (entry == nullptr || !possibleActions(entry->vm.state, m_fleet.isBusy(m_shown)).testFlag(action))
        return;
    if (action == VmAction::Destroy)
        askDestroy();
    else
        m_fleet.act(action, m_shown);
}

} // namespace portlight
