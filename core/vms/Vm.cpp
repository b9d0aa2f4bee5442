// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/Vm.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QString vmStateId(VmState state)
{
    switch (state) {
    case VmState::Creating:
        return u"creating"_s;
    case VmState::Stopped:
        return u"stopped"_s;
    case VmState::Starting:
        return u"starting"_s;
    case VmState::Running:
        return u"running"_s;
    case VmState::Paused:
        return u"paused"_s;
    case VmState::Stopping:
        return u"stopping"_s;
    case VmState::Failed:
        return u"failed"_s;
    case VmState::Orphaned:
        return u"orphaned"_s;
    }
    return {};
}

bool Vm::hasProcess() const
{
    return machine.process != MachineStatus::Process::None;
}

QJsonObject Vm::toJson() const
{
    const bool reachable = !machine.address.isEmpty() && machine.port != 0;
    return {{u"id"_s, spec.id},
            {u"name"_s, spec.name},
            {u"host"_s, host},
            {u"engine"_s, spec.engine},
            {u"image"_s, spec.image},
            {u"image_version"_s, spec.imageVersion},
            {u"state"_s, vmStateId(state)},
            {u"address"_s, reachable ? QJsonValue(machine.address) : QJsonValue()},
            {u"port"_s, reachable ? QJsonValue(machine.port) : QJsonValue()},
            {u"open_to_other_users"_s, machine.openToOtherUsers},
            {u"console_log"_s, orNull(machine.consoleLog)},
            {u"created"_s, orNull(spec.created)},
            {u"started"_s, orNull(machine.started)},
            {u"memory_mib"_s, spec.memoryMiB},
            {u"processors"_s, spec.processors},
            {u"debug_boot"_s, spec.debugBoot},
            {u"boots"_s, spec.boots},
            {u"pid"_s, machine.pid > 0 ? QJsonValue(machine.pid) : QJsonValue()},
            {u"accelerator"_s, orNull(machine.accelerator)},
            {u"accelerator_note"_s, orNull(machine.acceleratorNote)},
            {u"folder"_s, folders.data},
            {u"note"_s, orNull(note)}};
}

QJsonObject TrashedVm::toJson() const
{
    return {{u"id"_s, spec.id},
            {u"name"_s, spec.name},
            {u"host"_s, host},
            {u"image"_s, spec.image},
            {u"image_version"_s, spec.imageVersion},
            {u"folder"_s, folder},
            {u"console_log"_s, orNull(consoleLog)},
            {u"destroyed"_s, orNull(destroyed)},
            {u"expires"_s, orNull(expires)}};
}

} // namespace portlight
