// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ViewerWindow.h"

#include "desktop/DesktopConnection.h"
#include "desktop/DesktopPage.h"
#include "desktop/NoVncPageSettings.h"
#include "desktop/ReplayPage.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerActions.h"
#include "settings/Icons.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QThreadPool>

using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto pageTime = 3s;

} // namespace

ViewerWindow::ViewerWindow(const DesktopTarget &target, const HostPointer &host, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_desktop(new DesktopPage(settings, this))
{
    build(m_desktop);
    auto *menu = menuBar()->addMenu(tr("&Desktop"));
    m_desktop->actions()->fill(menu);
    menu->addSeparator();
    addClose(menu);
    setWindowTitle(tr("%1 – Portlight").arg(target.display));
    connect(m_desktop, &DesktopPage::nameChanged, this, [this](const QString &name) {
        const QString address = m_desktop->connection()->name();
        setWindowTitle(tr("%1 (%2) – Portlight").arg(name, address));
    });
    connect(m_desktop, &DesktopPage::fullScreenRequested, this, &ViewerWindow::toggleFullScreen);
    connect(m_desktop, &DesktopPage::keyboardReleased, menuBar(), qOverload<>(&QWidget::setFocus));
    connect(m_desktop, &DesktopPage::rang, this, [this] { QApplication::alert(this); });
    connectTo(target, host);
    m_desktop->setFocus();
}

/// noVNC's page may have settings of its own beside it; they are asked for first, without holding up the window.
void ViewerWindow::connectTo(const DesktopTarget &target, const HostPointer &host)
{
    if (target.page.isEmpty()) {
        m_desktop->setTarget(target, host);
        return;
    }
    const QPointer<ViewerWindow> window(this);
    QThreadPool::globalInstance()->start([window, target, host] {
        const EventWait wait({});
        const NoVncPageSettings settings = NoVncPageSettings::fetch(target, host, QDeadlineTimer(pageTime), wait);
        const DesktopTarget found = TargetParser::withPageSettings(target, settings);
        QMetaObject::invokeMethod(qApp, [window, found, host] {
            if (window)
                window->m_desktop->setTarget(found, host);
        });
    });
}

ViewerWindow::ViewerWindow(const QString &recording, QWidget *parent)
    : QMainWindow(parent)
    , m_replay(new ReplayPage(this))
{
    build(m_replay);
    auto *menu = menuBar()->addMenu(tr("&Recording"));
    connect(menu->addAction(tr("&Play or pause")), &QAction::triggered, m_replay, &ReplayPage::togglePlay);
    QAction *picture = menu->addAction(tr("&Save a screenshot…"), m_replay, &ReplayPage::saveScreenshot);
    picture->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    QAction *full = menu->addAction(tr("F&ull screen"), this, &ViewerWindow::toggleFullScreen);
    full->setShortcut(QKeySequence(Qt::Key_F11));
    menu->addSeparator();
    addClose(menu);
    for (QAction *action : menu->actions())
        addAction(action); // also while the menu bar is hidden
    connect(m_replay, &ReplayPage::fullScreenRequested, this, &ViewerWindow::toggleFullScreen);
    m_replay->open(recording);
    setWindowTitle(tr("%1 – Portlight").arg(m_replay->name()));
}

void ViewerWindow::build(QWidget *page)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    setCentralWidget(page);
    resize(ThemeMetrics::length(1100, font()), ThemeMetrics::length(740, font()));
}

void ViewerWindow::addClose(QMenu *menu)
{
    QAction *close = menu->addAction(tr("C&lose"), this, &QWidget::close);
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    addAction(close);
}

void ViewerWindow::toggleFullScreen()
{
    const bool full = !isFullScreen();
    menuBar()->setVisible(!full);
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    if (m_desktop != nullptr)
        m_desktop->setFullScreen(full);
}

} // namespace portlight
