// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmTrash.h"

#include "engines/ConsoleLogs.h"
#include "vms/VmStore.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString notePath(const QString &folder)
{
    return folder + u"/trash.json"_s;
}

} // namespace

Result<void> writeTrashNote(Host &host, const QString &folder, const QDateTime &destroyed,
                            const Cancellation &cancellation)
{
    const QJsonObject note{{u"destroyed"_s, destroyed.toUTC().toString(Qt::ISODateWithMs)}};
    return host.writeFile(notePath(folder), QJsonDocument(note).toJson(), 0600, cancellation);
}

Result<void> removeTrashNote(Host &host, const QString &folder, const Cancellation &cancellation)
{
    return host.removeTree(notePath(folder), cancellation);
}

Result<TrashedVm> readTrashed(Host &host, const QString &folder, const Cancellation &cancellation)
{
    const auto description = host.readFile(folder + u"/vm.json"_s, 0, 1024 * 1024, cancellation);
    if (!description)
        return failure(description.error());
    auto spec = VmSpec::fromJson(*description, folder + u"/vm.json"_s);
    if (!spec) { // it was destroyed for that; it can still be brought back as it is
        spec = VmSpec();
        spec->id = spec->name = folder.section(u'/', -1);
    }
    const auto note = host.readFile(notePath(folder), 0, 4096, cancellation);
    if (!note)
        return failure(note.error());
    TrashedVm vm;
    vm.spec = *std::move(spec);
    vm.folder = folder;
    vm.host = host.name();
    vm.destroyed = QDateTime::fromString(QJsonDocument::fromJson(*note).object().value(u"destroyed").toString(),
                                         Qt::ISODateWithMs);
    vm.consoleLog = newestConsoleLog(host, folder + u"/console"_s, cancellation);
    vm.expires = vm.destroyed.addSecs(std::chrono::seconds(trashTime).count());
    return vm;
}

Result<QList<TrashedVm>> VmStore::trash(const Cancellation &cancellation) const
{
    const auto folder = trashFolder(cancellation);
    if (!folder)
        return failure(folder.error());
    const auto ids = idsIn(*folder, cancellation);
    if (!ids)
        return failure(ids.error());
    QList<TrashedVm> kept;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &id : *ids) {
        auto vm = readTrashed(*m_host, *folder + u'/' + id, cancellation);
        // What cannot be read is left alone: deleting it would be a guess.
        if (!vm)
            continue;
        if (vm->expires.isValid() && vm->expires < now)
            (void)m_host->removeTree(vm->folder, cancellation);
        else
            kept << *std::move(vm);
    }
    std::sort(kept.begin(), kept.end(),
              [](const TrashedVm &left, const TrashedVm &right) { return left.destroyed > right.destroyed; });
    return kept;
}

} // namespace portlight
