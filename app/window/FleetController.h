// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmListModel.h"
#include "fleet/VmService.h"
#include "window/JobRunner.h"
#include "window/MakeRun.h"
#include "window/VmActionTable.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace portlight {

/// Keeps the list of VMs true: looks at the host every two seconds and after each change, checks the desktop of every
/// VM that starts, and turns the window's actions into jobs. GUI thread; never blocks.
class FleetController : public QObject
{
    Q_OBJECT

public:
    FleetController(VmServicePointer service, JobRunner &jobs, QObject *parent = nullptr);

    /// Begins to look at the host.
    void start();
    [[nodiscard]] VmListModel &model() { return m_model; }
    [[nodiscard]] const VmListModel &model() const { return m_model; }
    [[nodiscard]] const VmServicePointer &service() const { return m_service; }
    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] bool isBusy(const QString &id) const { return m_busy.contains(id); }
    /// True after the first answer came, also a failure.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// The viewer shows this VM's desktop: a check must not move the pointer under somebody's hand. Empty: none.
    void setViewedVm(const QString &id) { m_viewed = id; }

    /// Start, Stop, Restart, Pause, Resume, Destroy and Verify as jobs. Nothing happens while the VM is busy.
    void act(VmAction action, const QString &id);
    /// Builds, creates and starts; see MakeRun.
    void make(const MakeRun::Plan &plan);
    void undestroy(const TrashedVm &vm, const QString &newName);
    void runDemo();
    [[nodiscard]] bool isDemoRunning() const { return m_demoRunning; }
    void refresh();
    /// The viewer has just seen a desktop that was not verified: a check without a job card.
    void verifySeen(const QString &id);

Q_SIGNALS:
    void listed();
    /// Listing the VMs failed; `text` is empty when it works again.
    void listingProblem(const QString &text);
    void busyChanged(const QString &id);
    /// A VM was made that the window should show.
    void vmCreated(const QString &id);
    void demoRunningChanged(bool running);
    /// A check ended with a verified desktop.
    void vmVerified(const QString &id);

private:
    [[nodiscard]] QString nameOf(const QString &id) const;
    void takeListing(const Result<QList<Vm>> &vms);
    void probeNewcomers();
    void probe(const QString &id, bool automatic);
    void probeEnded(const Vm &vm, const QDateTime &begun, const Result<VerifyReport> &report);
    void rememberBootTime(const QString &id, const QDateTime &begun);
    void setBusy(const QString &id, bool busy);
    void changed(const Vm &vm);
    void appeared(const Result<Vm> &vm);
    template <typename T>
    void change(const QString &id, const QString &title, JobRunner::Work<T> work);

    VmServicePointer m_service;
    JobRunner &m_jobs;
    VmListModel m_model;
    QTimer m_poll;
    QTimer m_clock;
    QSet<QString> m_busy;
    QHash<QString, int> m_probedBoots; ///< Id and the boot that was checked, so that each is checked by itself once.
    QString m_viewed;
    bool m_listed = false;
    bool m_demoRunning = false;
    bool m_listing = false;
    bool m_listAgain = false;
};

} // namespace portlight
