// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

HostFolders foldersBelow(const QString &home)
{
    return {home + u"/data"_s, home + u"/runtime"_s, home + u"/cache"_s};
}

/// The same for a desktop session, cron and su: the session manager's folder where there is one.
QString runtimeFolderOfUser()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!given.isEmpty())
        return given + u"/portlight"_s;
    const QString usual = u"/run/user/%1"_s.arg(geteuid());
    struct stat found = {};
    if (lstat(QFile::encodeName(usual).constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == geteuid())
        return usual + u"/portlight"_s;
    return u"/tmp/portlight-%1"_s.arg(geteuid());
}

HostFolders foldersOfUser()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return {data + u"/portlight"_s, runtimeFolderOfUser(), cache + u"/portlight"_s};
}

/// In a folder that everybody may write to, somebody else may have been first.
Result<void> claimSharedFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return failure(fileError(errno, path));
    struct stat found = {};
    if (lstat(name.constData(), &found) != 0)
        return failure(fileError(errno, path));
    if (S_ISDIR(found.st_mode) && found.st_uid == geteuid() && (found.st_mode & 077) == 0)
        return {};
    return failure(ErrorKind::Unreachable, u"file.denied"_s,
                   QCoreApplication::translate("LocalHost", "%1 is not safe: others may write to it.").arg(path),
                   QCoreApplication::translate("LocalHost", "Remove it, or set XDG_RUNTIME_DIR."));
}

} // namespace

QString LocalHost::name() const
{
    return u"local"_s;
}

Result<CommandResult> LocalHost::run(const Command &command, const Cancellation &cancellation)
{
    return local::runCommand(command, cancellation);
}

Result<HostFolders> LocalHost::folders(const Cancellation &)
{
    const QString home = qEnvironmentVariable("PORTLIGHT_HOME");
    if (!home.isEmpty())
        return foldersBelow(QDir::cleanPath(QDir(home).absolutePath()));
    if (geteuid() == 0)
        return HostFolders{u"/var/lib/portlight"_s, u"/run/firecracker"_s, u"/var/cache/portlight"_s};
    const HostFolders folders = foldersOfUser();
    if (folders.runtime.startsWith(u"/tmp/"_s)) {
        if (auto claimed = claimSharedFolder(folders.runtime); !claimed)
            return failure(claimed.error());
    }
    return folders;
}

Result<void> LocalHost::follow(const QString &path, qint64 offset, const FollowSink &sink,
                               const Cancellation &cancellation)
{
    return local::followFile(path, offset, sink, cancellation);
}

Result<HostSocket> LocalHost::connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                         const Cancellation &cancellation)
{
    return local::connectTcp(address, port, deadline, cancellation);
}

Result<HostSocket> LocalHost::connectUnix(const QString &path, QDeadlineTimer deadline,
                                          const Cancellation &cancellation)
{
    return local::connectUnix(path, deadline, cancellation);
}

Result<std::unique_ptr<HostLock>> LocalHost::lock(const QString &path, QDeadlineTimer deadline,
                                                  const Cancellation &cancellation)
{
    return local::lockFile(path, deadline, cancellation);
}

} // namespace portlight
