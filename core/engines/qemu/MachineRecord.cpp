// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/MachineRecord.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString recordPath(const VmFolders &folders)
{
    return folders.runtime + u"/machine.json"_s;
}

} // namespace

Result<void> MachineRecord::write(Host &host, const VmFolders &folders, const Cancellation &cancellation) const
{
    const QJsonObject object{{u"boot"_s, boot},
                             {u"port"_s, port},
                             {u"tsc_khz"_s, static_cast<qint64>(tscKiloHertz)},
                             {u"accelerator"_s, accelerator},
                             {u"accelerator_note"_s, acceleratorNote},
                             {u"started"_s, started.toUTC().toString(Qt::ISODateWithMs)}};
    return host.writeFile(recordPath(folders), QJsonDocument(object).toJson(), 0600, cancellation);
}

std::optional<MachineRecord> MachineRecord::read(Host &host, const VmFolders &folders, const Cancellation &cancellation)
{
    const auto bytes = host.readFile(recordPath(folders), 0, 64 * 1024, cancellation);
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    if (object.isEmpty())
        return std::nullopt;
    MachineRecord record;
    record.boot = object.value(u"boot").toInt();
    record.port = static_cast<quint16>(object.value(u"port").toInt());
    record.tscKiloHertz = static_cast<quint64>(object.value(u"tsc_khz").toInteger());
    record.accelerator = object.value(u"accelerator").toString();
    record.acceleratorNote = object.value(u"accelerator_note").toString();
    record.started = QDateTime::fromString(object.value(u"started").toString(), Qt::ISODateWithMs);
    return record;
}

} // namespace portlight
