// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RemoteLikeHost.h"

namespace portlight {

Result<CommandResult> RemoteLikeHost::run(const Command &command, const Cancellation &cancellation)
{
    return m_local.run(command, cancellation);
}

Result<HostFolders> RemoteLikeHost::folders(const Cancellation &cancellation)
{
    return m_local.folders(cancellation);
}

Result<FileStatus> RemoteLikeHost::status(const QString &path, const Cancellation &cancellation)
{
    return m_local.status(path, cancellation);
}

Result<QList<FileStatus>> RemoteLikeHost::list(const QString &folder, const Cancellation &cancellation)
{
    return m_local.list(folder, cancellation);
}

Result<QByteArray> RemoteLikeHost::readFile(const QString &path, qint64 offset, qint64 most,
                                            const Cancellation &cancellation)
{
    return m_local.readFile(path, offset, most, cancellation);
}

Result<void> RemoteLikeHost::writeFile(const QString &path, QByteArrayView bytes, int mode,
                                       const Cancellation &cancellation)
{
    return m_local.writeFile(path, bytes, mode, cancellation);
}

Result<void> RemoteLikeHost::makeFolder(const QString &path, int mode, const Cancellation &cancellation)
{
    return m_local.makeFolder(path, mode, cancellation);
}

Result<void> RemoteLikeHost::rename(const QString &from, const QString &to, const Cancellation &cancellation)
{
    return m_local.rename(from, to, cancellation);
}

Result<void> RemoteLikeHost::link(const QString &target, const QString &path, const Cancellation &cancellation)
{
    return m_local.link(target, path, cancellation);
}

Result<void> RemoteLikeHost::removeTree(const QString &path, const Cancellation &cancellation)
{
    return m_local.removeTree(path, cancellation);
}

Result<qint64> RemoteLikeHost::freeSpace(const QString &path, const Cancellation &cancellation)
{
    return m_local.freeSpace(path, cancellation);
}

Result<void> RemoteLikeHost::follow(const QString &path, qint64 offset, const FollowSink &sink,
                                    const Cancellation &cancellation)
{
    return m_local.follow(path, offset, sink, cancellation);
}

Result<HostSocket> RemoteLikeHost::connectTcp(const QString & /*address*/, quint16 port, QDeadlineTimer deadline,
                                              const Cancellation &cancellation)
{
    ++m_connects;
    return m_local.connectTcp(QStringLiteral("127.0.0.1"), port, deadline, cancellation);
}

Result<HostSocket> RemoteLikeHost::connectUnix(const QString &path, QDeadlineTimer deadline,
                                               const Cancellation &cancellation)
{
    return m_local.connectUnix(path, deadline, cancellation);
}

Result<std::unique_ptr<HostLock>> RemoteLikeHost::lock(const QString &path, QDeadlineTimer deadline,
                                                       const Cancellation &cancellation)
{
    return m_local.lock(path, deadline, cancellation);
}

} // namespace portlight
