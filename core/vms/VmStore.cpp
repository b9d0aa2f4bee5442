// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmStore.h"

#include "engines/EngineRegistry.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 largestDescription = 1024 * 1024;

bool isId(const QString &text)
{
    static const QRegularExpression pattern(u"^[0-9a-f]{12}$"_s);
    return pattern.match(text).hasMatch();
}

QString descriptionPath(const VmFolders &folders)
{
    return folders.data + u"/vm.json"_s;
}

/// What the process (or its absence) and the intent say together.
VmState stateOf(const VmSpec &spec, const MachineStatus &machine, bool locked)
{
    if (spec.creating)
        return locked ? VmState::Creating : VmState::Failed;
    switch (machine.process) {
    case MachineStatus::Process::Starting:
        return VmState::Starting;
    case MachineStatus::Process::Running:
        return !spec.wanted && locked ? VmState::Stopping : VmState::Running;
    case MachineStatus::Process::Paused:
        return VmState::Paused;
    case MachineStatus::Process::None:
        break;
    }
    if (!spec.wanted)
        return VmState::Stopped;
    if (locked)
        return VmState::Starting;
    const bool endedWell = machine.exitCode == 0;
    const bool hostWentDown = !machine.started.isValid();
    return endedWell || hostWentDown ? VmState::Stopped : VmState::Failed;
}

QString noteOf(const VmSpec &spec, const MachineStatus &machine, VmState state)
{
    if (state == VmState::Failed && spec.creating)
        return QCoreApplication::translate("VmStore", "Its creation was interrupted. Destroy it to clean up.");
    if (state == VmState::Failed && machine.exitCode && *machine.exitCode > 128)
        return QCoreApplication::translate("VmStore", "Its process was ended by signal %1.")
            .arg(*machine.exitCode - 128);
    if (state == VmState::Failed && machine.exitCode)
        return QCoreApplication::translate("VmStore", "Its process ended with exit code %1.").arg(*machine.exitCode);
    if (state == VmState::Failed)
        return QCoreApplication::translate("VmStore", "Its process is gone and left no exit code: it was killed.");
    if (state == VmState::Stopped && spec.wanted && machine.exitCode)
        return QCoreApplication::translate("VmStore", "The guest ended by itself.");
    if (state == VmState::Stopped && spec.wanted)
        return QCoreApplication::translate("VmStore", "It ran when the host went down.");
    return {};
}

/// By exact id, by name, by unique beginning of an id; for VMs and destroyed VMs alike.
template <typename T>
Result<T> pick(const QList<T> &candidates, const QString &reference)
{
    QList<T> found;
    const auto collect = [&](auto &&matches) {
        if (found.isEmpty())
            std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(found), matches);
    };
    collect([&](const T &vm) { return vm.spec.id == reference; });
    collect([&](const T &vm) { return vm.spec.name == reference; });
    collect([&](const T &vm) { return !reference.isEmpty() && vm.spec.id.startsWith(reference); });
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return failure(ErrorKind::Usage, u"vm.unknown"_s,
                       QCoreApplication::translate("VmStore", "There is no VM %1.").arg(reference),
                       QCoreApplication::translate("VmStore", "“portlight vm list” shows those there are."));
    QStringList names;
    for (const T &vm : found)
        names << u"%1 (%2)"_s.arg(vm.spec.id, vm.spec.name);
    return failure(
        ErrorKind::Usage, u"vm.ambiguous"_s,
        QCoreApplication::translate("VmStore", "“%1” fits more than one VM: %2.").arg(reference, names.join(u", "_s)),
        QCoreApplication::translate("VmStore", "Give more of the id."));
}

} // namespace

VmStore::VmStore(HostPointer host)
    : m_host(std::move(host))
{
}

Result<QString> VmStore::dataFolder(const QString &name, const Cancellation &cancellation) const
{
    const auto folders = m_host->folders(cancellation);
    if (!folders)
        return failure(folders.error());
    return folders->data + u'/' + name;
}

Result<QString> VmStore::trashFolder(const Cancellation &cancellation) const
{
    return dataFolder(u"trash"_s, cancellation);
}

Result<VmFolders> VmStore::foldersOf(const QString &id, const Cancellation &cancellation) const
{
    const auto folders = m_host->folders(cancellation);
    if (!folders)
        return failure(folders.error());
    return VmFolders{folders->data + u"/vms/"_s + id, folders->runtime + u'/' + id};
}

Result<QStringList> VmStore::idsIn(const QString &folder, const Cancellation &cancellation) const
{
    const auto entries = m_host->list(folder, cancellation);
    if (!entries && entries.error().id == u"file.missing")
        return QStringList();
    if (!entries)
        return failure(entries.error());
    QStringList ids;
    for (const FileStatus &entry : *entries) {
        if (entry.type == FileStatus::Type::Folder && isId(entry.name))
            ids << entry.name;
    }
    return ids;
}

Result<VmSpec> VmStore::read(const QString &id, const Cancellation &cancellation) const
{
    const auto folders = foldersOf(id, cancellation);
    if (!folders)
        return failure(folders.error());
    const auto bytes = m_host->readFile(descriptionPath(*folders), 0, largestDescription, cancellation);
    if (!bytes)
        return failure(bytes.error());
    auto spec = VmSpec::fromJson(*bytes, descriptionPath(*folders));
    if (spec && spec->id != id) // a folder that was copied by hand must not act on the original
        return failure(ErrorKind::Failed, u"vm.damaged"_s,
                       QCoreApplication::translate("VmStore", "%1 describes another VM (%2).")
                           .arg(descriptionPath(*folders), spec->id));
    return spec;
}

Result<void> VmStore::write(const VmSpec &spec, const Cancellation &cancellation) const
{
    const auto folders = foldersOf(spec.id, cancellation);
    if (!folders)
        return failure(folders.error());
    return m_host->writeFile(descriptionPath(*folders), QJsonDocument(spec.toJson()).toJson(), 0600, cancellation);
}

Result<std::unique_ptr<HostLock>> VmStore::lock(const QString &id, const Cancellation &cancellation) const
{
    const auto folder = dataFolder(u"locks"_s, cancellation);
    if (!folder)
        return failure(folder.error());
    if (auto made = m_host->makeFolder(*folder, 0700, cancellation); !made)
        return failure(made.error());
    // Looking at a VM takes its lock for a moment; that must not make another command fail.
    auto lock = m_host->lock(*folder + u'/' + id, QDeadlineTimer(std::chrono::seconds(2)), cancellation);
    if (!lock && lock.error().id == u"lock.held")
        return failure(ErrorKind::Failed, u"vm.busy"_s,
                       QCoreApplication::translate("VmStore", "Another Portlight works on this VM."),
                       lock.error().hint);
    return lock;
}

Result<std::unique_ptr<HostLock>> VmStore::lockNames(const Cancellation &cancellation) const
{
    const auto folder = dataFolder(u"locks"_s, cancellation);
    if (!folder)
        return failure(folder.error());
    if (auto made = m_host->makeFolder(*folder, 0700, cancellation); !made)
        return failure(made.error());
    return m_host->lock(*folder + u"/names"_s, QDeadlineTimer(std::chrono::seconds(10)), cancellation);
}

bool VmStore::isLocked(const QString &id, const Cancellation &cancellation) const
{
    const auto folder = dataFolder(u"locks"_s, cancellation);
    if (!folder || !m_host->status(*folder + u'/' + id, cancellation))
        return false;
    const auto lock = m_host->lock(*folder + u'/' + id, QDeadlineTimer(0), cancellation);
    return !lock && lock.error().id == u"lock.held";
}

Result<Vm> VmStore::look(const VmSpec &spec, const Cancellation &cancellation) const
{
    const auto folders = foldersOf(spec.id, cancellation);
    if (!folders)
        return failure(folders.error());
    const auto engine = engineById(spec.engine);
    if (!engine)
        return failure(engine.error());
    Vm vm;
    vm.spec = spec;
    vm.folders = *folders;
    vm.host = m_host->name();
    if (!spec.creating) {
        auto machine = (*engine)->status(*m_host, spec, *folders, cancellation);
        if (!machine)
            return failure(machine.error());
        vm.machine = *std::move(machine);
    }
    // The lock only matters where intent and finding differ; a quiet VM is not touched.
    const bool running = vm.hasProcess();
    const bool differs = spec.creating || running != spec.wanted;
    vm.state = stateOf(spec, vm.machine, differs && isLocked(spec.id, cancellation));
    vm.note = noteOf(spec, vm.machine, vm.state);
    if (vm.machine.consoleLog.isEmpty()) {
        const QString kept = folders->data + u"/console/serial-console-%1.log"_s.arg(spec.boots);
        if (m_host->status(kept, cancellation))
            vm.machine.consoleLog = kept;
    }
    return vm;
}

Result<Vm> VmStore::lookAtFolder(const QString &id, const Cancellation &cancellation) const
{
    const auto isFinal = [](const Error &error) {
        return error.kind == ErrorKind::Cancelled || error.id == u"host.unreachable";
    };
    const auto spec = read(id, cancellation);
    if (spec) {
        auto seen = look(*spec, cancellation);
        if (seen || isFinal(seen.error()))
            return seen;
        Vm odd; // of an engine that is not known here, for instance
        odd.spec = *spec;
        odd.host = m_host->name();
        odd.folders = foldersOf(id, cancellation).value_or(VmFolders());
        odd.state = VmState::Failed;
        odd.note = seen.error().text();
        return odd;
    }
    if (isFinal(spec.error()))
        return failure(spec.error());
    Vm vm;
    vm.spec.id = id;
    vm.spec.name = id;
    // Killed between making the folder and writing into it, or a damaged description.
    vm.spec.creating = spec.error().id == u"file.missing";
    vm.spec.engine = engineIds().first();
    vm.host = m_host->name();
    vm.folders = foldersOf(id, cancellation).value_or(VmFolders());
    vm.state = vm.spec.creating && isLocked(id, cancellation) ? VmState::Creating : VmState::Failed;
    vm.note = vm.spec.creating ? noteOf(vm.spec, {}, vm.state) : spec.error().text();
    return vm;
}

/// A process whose description is gone: found by its runtime folder.
Result<QList<Vm>> VmStore::orphans(const QStringList &known, const Cancellation &cancellation) const
{
    const auto folders = m_host->folders(cancellation);
    if (!folders)
        return failure(folders.error());
    const auto ids = idsIn(folders->runtime, cancellation);
    if (!ids)
        return failure(ids.error());
    QList<Vm> found;
    for (const QString &id : *ids) {
        if (known.contains(id))
            continue;
        Vm vm;
        vm.spec.id = id;
        vm.spec.name = id;
        vm.spec.engine = engineIds().first();
        vm.folders = {folders->data + u"/vms/"_s + id, folders->runtime + u'/' + id};
        vm.host = m_host->name();
        const auto machine = engineById(vm.spec.engine).value()->status(*m_host, vm.spec, vm.folders, cancellation);
        if (!machine || machine->process == MachineStatus::Process::None)
            continue;
        vm.machine = *machine;
        vm.state = VmState::Orphaned;
        vm.note = QCoreApplication::translate("VmStore", "It runs, but its description is gone. Destroy it to end it.");
        found << vm;
    }
    return found;
}

Result<QList<Vm>> VmStore::list(const Cancellation &cancellation) const
{
    const auto folder = dataFolder(u"vms"_s, cancellation);
    if (!folder)
        return failure(folder.error());
    const auto ids = idsIn(*folder, cancellation);
    if (!ids)
        return failure(ids.error());
    QList<Vm> vms;
    for (const QString &id : *ids) {
        auto vm = lookAtFolder(id, cancellation);
        if (!vm)
            return failure(vm.error());
        vms << *std::move(vm);
    }
    auto lost = orphans(*ids, cancellation);
    if (!lost)
        return failure(lost.error());
    vms << *lost;
    std::stable_sort(vms.begin(), vms.end(),
                     [](const Vm &left, const Vm &right) { return left.spec.created < right.spec.created; });
    return vms;
}

Result<Vm> VmStore::find(const QString &reference, const Cancellation &cancellation) const
{
    const auto vms = list(cancellation);
    return vms ? pick(*vms, reference) : failure(vms.error());
}

Result<TrashedVm> VmStore::findTrashed(const QString &reference, const Cancellation &cancellation) const
{
    const auto destroyed = trash(cancellation);
    return destroyed ? pick(*destroyed, reference) : failure(destroyed.error());
}

Result<QStringList> VmStore::usersOf(const Image &image, const Cancellation &cancellation) const
{
    const auto vms = list(cancellation);
    if (!vms)
        return failure(vms.error());
    const auto destroyed = trash(cancellation);
    if (!destroyed)
        return failure(destroyed.error());
    QStringList names;
    for (const Vm &vm : *vms) {
        if (vm.spec.rootDisk == image.rootDisk)
            names << vm.spec.name;
        else if (vm.spec.rootDisk.isEmpty() && !vm.spec.creating)
            names << QCoreApplication::translate("VmStore", "%1 (cannot be read, so it may)").arg(vm.spec.name);
    }
    for (const TrashedVm &vm : *destroyed) {
        if (vm.spec.rootDisk == image.rootDisk || vm.spec.rootDisk.isEmpty())
            names << QCoreApplication::translate("VmStore", "%1 (in the trash)").arg(vm.spec.name);
    }
    return names;
}

} // namespace portlight
