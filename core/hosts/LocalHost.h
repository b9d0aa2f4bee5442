// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

namespace portlight {

/// This machine, with the rights of this process: plain system calls.
/// $PORTLIGHT_HOME, where set, holds data/, runtime/ and cache/ (for tests and for trying things out).
class LocalHost : public Host
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool isThisMachine() const override { return true; }

    [[nodiscard]] Result<CommandResult> run(const Command &command, const Cancellation &cancellation) override;
    [[nodiscard]] Result<HostFolders> folders(const Cancellation &cancellation) override;
    [[nodiscard]] Result<FileStatus> status(const QString &path, const Cancellation &cancellation) override;
    [[nodiscard]] Result<QList<FileStatus>> list(const QString &folder, const Cancellation &cancellation) override;
    [[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 most,
                                              const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                                         const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> makeFolder(const QString &path, int mode, const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to,
                                      const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> link(const QString &target, const QString &path,
                                    const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> removeTree(const QString &path, const Cancellation &cancellation) override;
    [[nodiscard]] Result<qint64> freeSpace(const QString &path, const Cancellation &cancellation) override;
    [[nodiscard]] Result<void> follow(const QString &path, qint64 offset, const FollowSink &sink,
                                      const Cancellation &cancellation) override;
    [[nodiscard]] Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                                const Cancellation &cancellation) override;
    [[nodiscard]] Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                                 const Cancellation &cancellation) override;
    [[nodiscard]] Result<std::unique_ptr<HostLock>> lock(const QString &path, QDeadlineTimer deadline,
                                                         const Cancellation &cancellation) override;
};

} // namespace portlight
