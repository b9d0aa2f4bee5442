// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmEntry.h"

#include <QAbstractListModel>
#include <QList>

namespace portlight {

/// The VMs of this machine with what is known about their desktops. Taking a new listing changes only rows that differ,
/// so that selection and scroll position stay. GUI thread.
class VmListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        EntryRole,     ///< VmEntry
        BadgeRole,     ///< int of VmBadge
        BadgeWordRole, ///< QString
    };

    using QAbstractListModel::QAbstractListModel;

    /// What the host listed. Reports of VMs that are in another run by now are dropped.
    void setVms(const QList<Vm> &vms);
    /// A VM that was just changed, before the next listing.
    void updateVm(const Vm &vm);
    void setProbing(const QString &id, bool probing, const QString &waitingFor = {});
    /// The result of a check. Ignored when the VM is gone or in another run (`boots`) by now.
    void setReport(const QString &id, int boots, const VerifyReport &report, const QDateTime &at);
    void setBootTime(const QString &id, std::chrono::milliseconds time);
    /// Lets relative times be painted anew.
    void refreshTimes();

    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] const VmEntry *entry(const QString &id) const;
    [[nodiscard]] const QList<VmEntry> &entries() const { return m_entries; }
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] int verifiedCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /// Any of the entries changed, or rows came or went: counts and header are looked at again.
    void changed();

private:
    void take(int row, const Vm &vm);
    void rowChanged(int row);

    QList<VmEntry> m_entries;
};

} // namespace portlight
