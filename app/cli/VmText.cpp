// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString endpoint(const Vm &vm)
{
    return vm.machine.port == 0 ? u"-"_s : u"%1:%2"_s.arg(vm.machine.address).arg(vm.machine.port);
}

QString localTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

} // namespace

QString alignedTable(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        lines << line;
    }
    return lines.join(u'\n');
}

QString vmTable(const QList<Vm> &vms)
{
    if (vms.isEmpty())
        return QCoreApplication::translate("VmCommand", "No VMs yet. “portlight demo” builds an image and boots one.");
    QList<QStringList> rows{
        {QCoreApplication::translate("VmCommand", "ID"), QCoreApplication::translate("VmCommand", "NAME"),
         QCoreApplication::translate("VmCommand", "STATE"), QCoreApplication::translate("VmCommand", "6080 AT"),
         QCoreApplication::translate("VmCommand", "IMAGE"), QCoreApplication::translate("VmCommand", "NOTE")}};
    for (const Vm &vm : vms)
        rows << QStringList{vm.spec.id,
                            vm.spec.name,
                            vmStateId(vm.state),
                            endpoint(vm),
                            vm.spec.image.isEmpty() ? u"-"_s : u"%1@%2"_s.arg(vm.spec.image).arg(vm.spec.imageVersion),
                            vm.note};
    return alignedTable(rows);
}

QString vmFacts(const Vm &vm)
{
    QList<QStringList> rows{
        {QCoreApplication::translate("VmCommand", "Name"), vm.spec.name},
        {QCoreApplication::translate("VmCommand", "Id"), vm.spec.id},
        {QCoreApplication::translate("VmCommand", "State"), vmStateId(vm.state)},
        {QCoreApplication::translate("VmCommand", "Host"), vm.host},
        {QCoreApplication::translate("VmCommand", "Engine"), vm.spec.engine},
        {QCoreApplication::translate("VmCommand", "Image"), u"%1@%2"_s.arg(vm.spec.image).arg(vm.spec.imageVersion)},
        {QCoreApplication::translate("VmCommand", "Memory"),
         QCoreApplication::translate("VmCommand", "%1 MiB").arg(vm.spec.memoryMiB)},
        {QCoreApplication::translate("VmCommand", "Processors"), QString::number(vm.spec.processors)},
        {QCoreApplication::translate("VmCommand", "Created"), localTime(vm.spec.created)},
        {QCoreApplication::translate("VmCommand", "Started"), localTime(vm.machine.started)},
        {QCoreApplication::translate("VmCommand", "Desktop"), endpoint(vm)},
        {QCoreApplication::translate("VmCommand", "Console"),
         vm.machine.consoleLog.isEmpty() ? u"-"_s : vm.machine.consoleLog},
        {QCoreApplication::translate("VmCommand", "Folder"), vm.folders.data}};
    if (vm.machine.openToOtherUsers)
        rows << QStringList{
            QCoreApplication::translate("VmCommand", "Access"),
            QCoreApplication::translate("VmCommand", "Other users of this machine can open the desktop's port too.")};
    if (!vm.machine.accelerator.isEmpty())
        rows << QStringList{QCoreApplication::translate("VmCommand", "Accelerator"),
                            vm.machine.acceleratorNote.isEmpty() ? vm.machine.accelerator : vm.machine.acceleratorNote};
    if (!vm.note.isEmpty())
        rows << QStringList{QCoreApplication::translate("VmCommand", "Note"), vm.note};
    return alignedTable(rows);
}

QString trashTable(const QList<TrashedVm> &vms)
{
    if (vms.isEmpty())
        return QCoreApplication::translate("VmCommand", "The trash is empty.");
    QList<QStringList> rows{{QCoreApplication::translate("VmCommand", "ID"),
                             QCoreApplication::translate("VmCommand", "NAME"),
                             QCoreApplication::translate("VmCommand", "DESTROYED"),
                             QCoreApplication::translate("VmCommand", "KEPT UNTIL")}};
    for (const TrashedVm &vm : vms)
        rows << QStringList{vm.spec.id, vm.spec.name, localTime(vm.destroyed), localTime(vm.expires)};
    return alignedTable(rows);
}

QString stopMethodText(StopMethod method)
{
    switch (method) {
    case StopMethod::WasNotRunning:
        return QCoreApplication::translate("VmCommand", "it did not run");
    case StopMethod::GuestShutDown:
        return QCoreApplication::translate("VmCommand", "the guest shut down");
    case StopMethod::Quit:
        return QCoreApplication::translate("VmCommand", "the guest did not shut down, its machine was switched off");
    case StopMethod::Terminated:
        return QCoreApplication::translate("VmCommand", "its process was terminated");
    case StopMethod::Killed:
        return QCoreApplication::translate("VmCommand", "its process was killed");
    }
    return {};
}

} // namespace portlight
