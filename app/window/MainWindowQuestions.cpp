// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that the window asks: what to make, what to destroy, what to bring back, whether to close.
#include "window/HumanText.h"
#include "window/LogOpener.h"
#include "window/MainWindow.h"
#include "window/NewVmDialog.h"
#include "window/TrashDialog.h"
#include "window/VmHeader.h"
#include "window/VmPage.h"
#include "window/WindowMenus.h"

#include "desktop/DesktopPage.h"
#include "fleet/Sidebar.h"
#include "serial/RulesDialog.h"
#include "window/StatusLine.h"

#include <QCloseEvent>
#include <QGridLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QStringList MainWindow::names() const
{
    QStringList names;
    for (const VmEntry &entry : m_fleet.model().entries())
        names.append(entry.vm.spec.name);
    return names;
}

void MainWindow::askNewVm()
{
    m_jobs.run<QList<Image>>(
        {tr("Looking at the images"), u"new-vm"_s, true},
        [service = m_fleet.service()](Progress &progress) { return service->images(progress.cancellation()); }, this,
        [this](const Result<QList<Image>> &images) {
            if (!images) {
                QMessageBox::warning(this, tr("New VM"), images.error().text());
                return;
            }
            NewVmDialog::Facts facts{*images, Recipe::builtIn(), names(), m_facts, {}};
            for (const VmEntry &entry : m_fleet.model().entries()) {
                if (entry.bootTime)
                    facts.bootTime = entry.bootTime;
            }
            auto *dialog = new NewVmDialog(std::move(facts), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog] { m_fleet.make(dialog->plan()); });
            dialog->open();
        });
}

void MainWindow::showRules()
{
    auto *dialog = new RulesDialog(*m_rules, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::askDestroy()
{
    const VmEntry *entry = m_fleet.model().entry(m_shown);
    if (entry == nullptr)
        return;
    m_jobs.run<qint64>(
        {tr("Looking at the disk"), u"destroy"_s, true},
        [service = m_fleet.service(), vm = entry->vm](Progress &progress) {
            return service->diskUsage(vm, progress.cancellation());
        },
        this, [this, id = m_shown](const Result<qint64> &bytes) { confirmDestroy(id, bytes.value_or(0)); });
}

void MainWindow::confirmDestroy(const QString &id, qint64 bytes)
{
    const VmEntry *entry = m_fleet.model().entry(id);
    if (entry == nullptr)
        return;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Destroy a VM"), tr("Destroy “%1”?").arg(entry->vm.spec.name),
                                QMessageBox::NoButton, this);
    const QString what = tr("The VM, its disk (%1) and its console logs go to the trash.").arg(HumanText::size(bytes));
    const QString running = entry->vm.hasProcess() ? tr("It runs and will be stopped.") : QString();
    const QString undo = tr("You can bring it back for 72 hours with View, Trash.");
    box->setInformativeText(QStringList{running, what, undo}.join(u' ').trimmed());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *destroy = box->addButton(tr("Destroy"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep"), QMessageBox::RejectRole));
    // A message box is as narrow as its longest word lets it be; this one is read.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout()))
        grid->addItem(new QSpacerItem(ThemeMetrics::length(420, font()), 0), grid->rowCount(), 0, 1,
                      grid->columnCount());
    connect(destroy, &QPushButton::clicked, this, [this, id] { m_fleet.act(VmAction::Destroy, id); });
    box->open();
}

void MainWindow::showTrash()
{
    auto *dialog = new TrashDialog(names(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TrashDialog::restoreRequested, &m_fleet, &FleetController::undestroy);
    connect(dialog, &TrashDialog::logRequested, m_logs, [this](const TrashedVm &vm) { m_logs->open(vm.consoleLog); });
    m_jobs.run<QList<TrashedVm>>(
        {tr("Looking into the trash"), u"trash"_s, true},
        [service = m_fleet.service()](Progress &progress) { return service->trash(progress.cancellation()); }, dialog,
        [dialog](const Result<QList<TrashedVm>> &trash) {
            if (trash)
                dialog->setTrash(*trash);
            else
                dialog->setProblem(trash.error().text());
        });
    dialog->open();
}

void MainWindow::toggleFullScreen()
{
    const bool full = !isFullScreen();
    menuBar()->setVisible(!full);
    m_sidebar->setVisible(!full);
    m_status->setVisible(!full);
    m_vmPage->setHeaderShown(!full);
    if (full)
        m_vmPage->showTab(VmHeader::DesktopTab);
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    m_vmPage->desktop()->setFullScreen(full);
}

void MainWindow::showVmMenu(const QPoint &where)
{
    m_menus->vmMenu()->popup(where);
}

void MainWindow::about()
{
    QMessageBox::about(this, tr("About Portlight"),
                       tr("<b>Portlight %1</b><p>Is the desktop of a browser VM really there, and if not, why?</p>"
                          "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(u"" PORTLIGHT_VERSION ""_s));
}

bool MainWindow::confirmClose()
{
    const QString text = tr("%n job(s) are still running. Closing cancels them and removes what is half-made. VMs keep "
                            "running.",
                            nullptr, m_jobs.runningCount());
    QMessageBox box(QMessageBox::NoIcon, tr("Close Portlight"), text, QMessageBox::NoButton, this);
    const QPushButton *close = box.addButton(tr("Close"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Keep open"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == close;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_jobs.runningCount() > 0 && !confirmClose()) {
        event->ignore();
        return;
    }
    if (!isFullScreen()) {
        m_settings.setWindowGeometry(saveGeometry());
        m_settings.setSidebarWidth(m_splitter->sizes().value(0));
    }
    m_jobs.cancelAll();
    QMainWindow::closeEvent(event);
}

} // namespace portlight
