// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/VmListModel.h"

#include "fleet/VmBadge.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

bool isSame(const Vm &a, const Vm &b)
{
    return a.toJson() == b.toJson() && a.spec.toJson() == b.spec.toJson() && a.note == b.note &&
           a.machine.pid == b.machine.pid && a.machine.process == b.machine.process &&
           a.machine.consoleLog == b.machine.consoleLog && a.machine.consoleSocket == b.machine.consoleSocket &&
           a.machine.accelerator == b.machine.accelerator && a.machine.started == b.machine.started;
}

} // namespace

void VmListModel::setVms(const QList<Vm> &vms)
{
    const auto isListed = [&vms](const QString &id) {
        return std::any_of(vms.begin(), vms.end(), [&id](const Vm &vm) { return vm.spec.id == id; });
    };
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (isListed(m_entries[row].vm.spec.id))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < vms.size(); ++row) {
        const int known = rowOf(vms[row].spec.id);
        if (known < 0) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, VmEntry{vms[row], {}, {}, false, {}, {}});
            endInsertRows();
            continue;
        }
        if (known != row) {
            // Rows above are in place already, so a known row can only stand further down.
            beginMoveRows({}, known, known, {}, row);
            m_entries.move(known, row);
            endMoveRows();
        }
        take(row, vms[row]);
    }
    Q_EMIT changed();
}

void VmListModel::updateVm(const Vm &vm)
{
    const int row = rowOf(vm.spec.id);
    if (row >= 0) {
        take(row, vm);
    } else {
        const int last = int(m_entries.size());
        beginInsertRows({}, last, last);
        m_entries.append(VmEntry{vm, {}, {}, false, {}, {}});
        endInsertRows();
    }
    Q_EMIT changed();
}

void VmListModel::take(int row, const Vm &vm)
{
    VmEntry &entry = m_entries[row];
    if (isSame(entry.vm, vm))
        return;
    const bool sameRun = entry.vm.spec.boots == vm.spec.boots && vm.hasProcess();
    if (!sameRun) {
        entry.report.reset();
        entry.verifiedAt = {};
        entry.bootTime.reset();
        entry.waitingFor.clear();
    }
    entry.vm = vm;
    rowChanged(row);
}

void VmListModel::setProbing(const QString &id, bool probing, const QString &waitingFor)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    VmEntry &entry = m_entries[row];
    if (entry.probing == probing && entry.waitingFor == waitingFor)
        return;
    entry.probing = probing;
    entry.waitingFor = waitingFor;
    rowChanged(row);
    Q_EMIT changed();
}

void VmListModel::setReport(const QString &id, int boots, const VerifyReport &report, const QDateTime &at)
{
    const int row = rowOf(id);
    if (row < 0 || m_entries[row].vm.spec.boots != boots || !m_entries[row].vm.hasProcess())
        return;
    VmEntry &entry = m_entries[row];
    entry.report = report;
    entry.verifiedAt = at;
    rowChanged(row);
    Q_EMIT changed();
}

void VmListModel::setBootTime(const QString &id, std::chrono::milliseconds time)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[row].bootTime = time;
    Q_EMIT changed();
}

void VmListModel::refreshTimes()
{
    Q_EMIT changed();
}

void VmListModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

int VmListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].vm.spec.id == id)
            return row;
    }
    return -1;
}

const VmEntry *VmListModel::entry(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_entries[row];
}

int VmListModel::runningCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const VmEntry &e) { return e.vm.hasProcess(); }));
}

int VmListModel::verifiedCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [](const VmEntry &e) { return VmBadges::of(e) == VmBadge::Verified; }));
}

int VmListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant VmListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const VmEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.vm.spec.name;
    case IdRole:
        return entry.vm.spec.id;
    case EntryRole:
        return QVariant::fromValue(entry);
    case BadgeRole:
        return int(VmBadges::of(entry));
    case BadgeWordRole:
        return VmBadges::word(entry);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(entry.vm.spec.name, VmBadges::word(entry));
    case Qt::ToolTipRole:
        return tr("%1, created %2")
            .arg(entry.vm.spec.name, QLocale().toString(entry.vm.spec.created.toLocalTime(), QLocale::LongFormat));
    default:
        return {};
    }
}

} // namespace portlight
