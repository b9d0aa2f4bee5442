// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/ConsoleLogs.h"
#include "engines/EngineRegistry.h"
#include "vms/VmChange.h"
#include "vms/VmLifecycle.h"
#include "vms/VmTrash.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// The runtime folder may be in memory, so the console files are copied; they outlive their VM with the trash.
Result<void> keepConsoleFiles(Host &host, const VmFolders &folders, const Cancellation &cancellation)
{
    const auto entries = host.list(folders.runtime, cancellation);
    if (!entries)
        return entries.error().id == u"file.missing" ? Result<void>{} : failure(entries.error());
    Command copy;
    copy.program = u"cp"_s;
    copy.arguments = QStringList{u"--preserve=timestamps,mode"_s, u"--sparse=always"_s, u"--"_s};
    for (const FileStatus &entry : *entries) {
        if (entry.type == FileStatus::Type::File && entry.name.startsWith(u"serial-console-"_s))
            copy.arguments << folders.runtime + u'/' + entry.name;
    }
    if (copy.arguments.size() == 3)
        return {};
    const QString kept = folders.data + u"/console"_s;
    if (auto made = host.makeFolder(kept, 0700, cancellation); !made)
        return made;
    copy.arguments << kept;
    copy.timeout = std::chrono::minutes(5);
    const auto copied = host.run(copy, cancellation);
    if (!copied)
        return failure(copied.error());
    if (!copied->succeeded())
        return failure(ErrorKind::Unreachable, u"disk.full"_s,
                       QCoreApplication::translate("VmLifecycle", "The console files could not be kept."),
                       QCoreApplication::translate("VmLifecycle", "Make room in %1 and try again.").arg(folders.data),
                       copied->complaint());
    return pruneConsoleLogs(host, kept, {}, cancellation);
}

/// The move itself, of a VM that does not run; `id` names its folder there.
Result<TrashedVm> moveToTrash(Host &host, const VmStore &store, const VmFolders &folders, const QString &id,
                              const Cancellation &cancellation)
{
    const auto trash = store.trashFolder(cancellation);
    if (!trash)
        return failure(trash.error());
    if (auto made = host.makeFolder(*trash, 0700, cancellation); !made)
        return failure(made.error());
    if (auto kept = keepConsoleFiles(host, folders, cancellation); !kept)
        return failure(kept.error());
    if (auto noted = writeTrashNote(host, folders.data, QDateTime::currentDateTimeUtc(), cancellation); !noted)
        return failure(noted.error());
    const QString folder = *trash + u'/' + id;
    if (auto moved = host.rename(folders.data, folder, cancellation); !moved)
        return failure(moved.error());
    (void)host.removeTree(folders.runtime, cancellation); // copies of what was kept
    return readTrashed(host, folder, Cancellation());
}

/// What was never whole, or has lost its description, cannot be brought back: it is removed. What only cannot be read
/// is moved to the trash as it is.
Result<TrashedVm> removeRemains(Host &host, const VmStore &store, const Vm &vm, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    const auto lock = store.lock(vm.spec.id, cancellation);
    if (!lock)
        return failure(lock.error());
    // Under the lock the look is final: a create may have finished meanwhile.
    const auto spec = store.read(vm.spec.id, cancellation);
    if (spec && !spec->creating)
        return failure(ErrorKind::Failed, u"vm.busy"_s,
                       QCoreApplication::translate("VmLifecycle", "This VM has changed meanwhile."),
                       QCoreApplication::translate("VmLifecycle", "Look at it and try again."));
    const auto engine = engineById(vm.spec.engine);
    if (!engine)
        return failure(engine.error());
    if (auto stopped = (*engine)->stop(host, vm.spec, vm.folders, {std::chrono::seconds(0), true}, progress); !stopped)
        return failure(stopped.error());
    if (!spec && spec.error().id != u"file.missing")
        return moveToTrash(host, store, vm.folders, vm.spec.id, cancellation);
    for (const QString &folder : {vm.folders.data, vm.folders.runtime}) {
        if (auto removed = host.removeTree(folder, cancellation); !removed)
            return failure(removed.error());
    }
    TrashedVm gone;
    gone.spec = vm.spec;
    gone.host = host.name();
    gone.destroyed = QDateTime::currentDateTimeUtc();
    return gone;
}

bool isRemains(const Vm &vm)
{
    return vm.state == VmState::Orphaned || vm.spec.creating || vm.spec.rootDisk.isEmpty();
}

/// How long a guest that is to be destroyed may take to write what it has to.
constexpr std::chrono::seconds destroyPatience{10};

} // namespace

Result<TrashedVm> VmLifecycle::destroy(const QString &id, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    progress.begin({{QCoreApplication::translate("VmLifecycle", "Stopping the VM"), 5},
                    {QCoreApplication::translate("VmLifecycle", "Moving it to the trash"), 1}});
    progress.next();
    const auto vm = m_store.find(id, cancellation);
    if (!vm)
        return failure(vm.error());
    if (vm->state == VmState::Creating)
        return failure(ErrorKind::Failed, u"vm.busy"_s,
                       QCoreApplication::translate("VmLifecycle", "This VM is being created."),
                       QCoreApplication::translate("VmLifecycle", "Wait for it or interrupt it."));
    if (isRemains(*vm))
        return removeRemains(*m_host, m_store, *vm, progress);

    auto change = VmChange::begin(m_host, m_store, id, cancellation);
    if (!change)
        return failure(change.error());
    if (auto method = change->stop({destroyPatience, false}, progress); !method)
        return failure(method.error());
    progress.next();
    auto trashed = moveToTrash(*m_host, m_store, change->folders(), id, cancellation);
    if (trashed)
        progress.finish();
    return trashed;
}

Result<void> VmLifecycle::erase(const QString &id, Progress &progress)
{
    const auto destroyed = destroy(id, progress);
    if (!destroyed)
        return failure(destroyed.error());
    return destroyed->folder.isEmpty() ? Result<void>{} : m_host->removeTree(destroyed->folder, Cancellation());
}

Result<Vm> VmLifecycle::undestroy(const QString &id, const QString &newName, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    if (!newName.isEmpty() && !VmRequest::isValidName(newName))
        return failure(ErrorKind::Usage, u"vm.name-invalid"_s,
                       QCoreApplication::translate("VmLifecycle", "“%1” cannot be the name of a VM.").arg(newName));
    const auto names = m_store.lockNames(cancellation);
    if (!names)
        return failure(names.error());
    const auto lock = m_store.lock(id, cancellation);
    if (!lock)
        return failure(lock.error());
    auto trashed = m_store.findTrashed(id, cancellation);
    if (!trashed)
        return failure(trashed.error());
    const auto vms = m_store.list(cancellation);
    if (!vms)
        return failure(vms.error());
    VmSpec spec = trashed->spec;
    if (!newName.isEmpty())
        spec.name = newName;
    if (std::any_of(vms->begin(), vms->end(), [&spec](const Vm &vm) { return vm.spec.name == spec.name; }))
        return failure(ErrorKind::Usage, u"vm.name-taken"_s,
                       QCoreApplication::translate("VmLifecycle", "There is a VM named %1 by now.").arg(spec.name),
                       QCoreApplication::translate("VmLifecycle", "Bring this one back under another name."));
    const auto folders = m_store.foldersOf(id, cancellation);
    if (!folders)
        return failure(folders.error());
    spec.wanted = false;
    // Written while it is still in the trash: a full disk then changes nothing.
    if (!spec.rootDisk.isEmpty()) {
        if (auto written = m_host->writeFile(trashed->folder + u"/vm.json"_s, QJsonDocument(spec.toJson()).toJson(),
                                             0600, cancellation);
            !written)
            return failure(written.error());
    }
    if (auto moved = m_host->rename(trashed->folder, folders->data, cancellation); !moved)
        return failure(moved.error());
    (void)removeTrashNote(*m_host, folders->data, cancellation);
    return m_store.find(id, Cancellation());
}

} // namespace portlight
