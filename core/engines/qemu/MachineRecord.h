// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "engines/Engine.h"

#include <QDateTime>
#include <QString>

namespace portlight {

/// What was decided when a QEMU machine was started; lies beside its sockets as machine.json.
struct MachineRecord
{
    int boot = 0;
    quint16 port = 0;
    quint64 tscKiloHertz = 0; ///< Given to an emulated guest; 0: let it find out.
    QString accelerator;
    QString acceleratorNote;
    QDateTime started; ///< UTC.

    [[nodiscard]] Result<void> write(Host &host, const VmFolders &folders, const Cancellation &cancellation) const;
    /// Nothing where the VM was never started since the host's last restart, or the file is damaged.
    [[nodiscard]] static std::optional<MachineRecord> read(Host &host, const VmFolders &folders,
                                                           const Cancellation &cancellation);
};

/// The files of a QEMU machine in its runtime folder.
namespace qemu {

[[nodiscard]] inline QString controlSocket(const VmFolders &folders)
{
    return folders.runtime + QStringLiteral("/qmp.sock");
}
[[nodiscard]] inline QString consoleSocket(const VmFolders &folders)
{
    return folders.runtime + QStringLiteral("/console.sock");
}
[[nodiscard]] inline QString pidFile(const VmFolders &folders)
{
    return folders.runtime + QStringLiteral("/qemu.pid");
}
[[nodiscard]] inline QString consoleLog(const VmFolders &folders, int boot)
{
    return folders.runtime + QStringLiteral("/serial-console-%1.log").arg(boot);
}
/// Points to the newest boot's file.
[[nodiscard]] inline QString consoleLink(const VmFolders &folders)
{
    return folders.runtime + QStringLiteral("/serial-console.log");
}
[[nodiscard]] inline QString disk(const VmFolders &folders)
{
    return folders.data + QStringLiteral("/disk.qcow2");
}

} // namespace qemu

} // namespace portlight
