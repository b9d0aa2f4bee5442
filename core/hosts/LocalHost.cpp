// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include "hosts/LocalParts.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

HostFolders foldersBelow(const QString &home)
{
    return {home + u"/data"_s, home + u"/runtime"_s, home + u"/cache"_s};
}

HostFolders foldersOfUser()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtime.isEmpty()) // a login without a session manager, a container
        runtime = u"/tmp/portlight-%1"_s.arg(getuid());
    else
        runtime += u"/portlight"_s;
    return {data + u"/portlight"_s, runtime, cache + u"/portlight"_s};
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
    return foldersOfUser();
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
