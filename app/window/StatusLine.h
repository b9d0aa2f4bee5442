// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"

#include <QStatusBar>

class QLabel;
class QMenu;
class QPushButton;

namespace portlight {

class JobRunner;
class VmListModel;

/// The status bar: the machine, how many VMs, and the list of jobs behind its button.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(VmListModel &model, JobRunner &jobs, QWidget *parent = nullptr);

    void setHostFacts(const HostFacts &facts);
    /// The VMs cannot be listed; empty: they can.
    void setProblem(const QString &text);
    [[nodiscard]] QString machineText() const;
    [[nodiscard]] QString jobsText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshCounts();
    void refreshJobs();
    void refreshTheme();
    void fillJobMenu();

    VmListModel &m_model;
    JobRunner &m_jobs;
    QLabel *m_icon;
    QLabel *m_machine;
    QLabel *m_counts;
    QPushButton *m_jobButton;
    QMenu *m_jobMenu;
    QString m_problem;
    QString m_machineText;
    bool m_good = true;
};

} // namespace portlight
