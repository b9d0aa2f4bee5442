// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/LocalHost.h"

namespace portlight {

/// This machine, but the tools that build an image are played: mmdebstrap packs nothing, mke2fs makes an empty file.
/// Every call is counted, and one of them can fail or cancel.
class ScriptedHost final : public Host
{
public:
    enum class Fault { None, Error, ToolFails, Cancel };

    int calls = 0;
    int faultAt = 0; ///< The call with this number fails; 0: none.
    Fault fault = Fault::None;
    QStringList missingTools;
    bool isRoot = false;
    bool namespacesWork = true;
    QByteArray mmdebstrapSays = "I: done\n"; ///< On its standard error.
    int mmdebstrapExits = 0;
    qint64 room = 100'000'000'000;
    QStringList scratchFolders;  ///< All that were asked for.
    QList<QStringList> commands; ///< Words of all that was run.
    Cancellation cancellation;   ///< Of the build under test.

    [[nodiscard]] QString name() const override { return QStringLiteral("scripted"); }
    [[nodiscard]] bool isThisMachine() const override { return true; }
    [[nodiscard]] Result<CommandResult> run(const Command &command, const Cancellation &stop) override;
    [[nodiscard]] Result<HostFolders> folders(const Cancellation &stop) override;
    [[nodiscard]] Result<FileStatus> status(const QString &path, const Cancellation &stop) override;
    [[nodiscard]] Result<QList<FileStatus>> list(const QString &folder, const Cancellation &stop) override;
    [[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 most,
                                              const Cancellation &stop) override;
    [[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                                         const Cancellation &stop) override;
    [[nodiscard]] Result<void> makeFolder(const QString &path, int mode, const Cancellation &stop) override;
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to, const Cancellation &stop) override;
    [[nodiscard]] Result<void> link(const QString &target, const QString &path, const Cancellation &stop) override;
    [[nodiscard]] Result<void> removeTree(const QString &path, const Cancellation &stop) override;
    [[nodiscard]] Result<qint64> freeSpace(const QString &path, const Cancellation &stop) override;
    [[nodiscard]] Result<void> follow(const QString &path, qint64 offset, const FollowSink &sink,
                                      const Cancellation &stop) override;
    [[nodiscard]] Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                                const Cancellation &stop) override;
    [[nodiscard]] Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                                 const Cancellation &stop) override;
    [[nodiscard]] Result<std::unique_ptr<HostLock>> lock(const QString &path, QDeadlineTimer deadline,
                                                         const Cancellation &stop) override;

private:
    /// Counts a call; the error of the one that shall fail.
    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<CommandResult> play(const QStringList &words, const Command &command,
                                             const Cancellation &stop);
    [[nodiscard]] CommandResult playMmdebstrap(const QStringList &words, const Command &command) const;

    LocalHost m_local;
};

} // namespace portlight
