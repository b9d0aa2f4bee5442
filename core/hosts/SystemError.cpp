// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/SystemError.h"

#include <QCoreApplication>

#include <cerrno>
#include <system_error>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString systemText(int systemError)
{
    return QString::fromStdString(std::system_category().message(systemError));
}

} // namespace

Error fileError(int systemError, const QString &path)
{
    switch (systemError) {
    case ENOENT:
        return {ErrorKind::Usage, u"file.missing"_s,
                QCoreApplication::translate("SystemError", "There is no file %1.").arg(path),
                QCoreApplication::translate("SystemError", "Check the path."), systemText(systemError)};
    case EROFS:
        return {ErrorKind::Unreachable, u"file.denied"_s,
                QCoreApplication::translate("SystemError", "%1 is on a file system that is read-only.").arg(path),
                QCoreApplication::translate("SystemError", "Choose another place, or mount it for writing."),
                systemText(systemError)};
    case EACCES:
    case EPERM:
        return {ErrorKind::Unreachable, u"file.denied"_s,
                QCoreApplication::translate("SystemError", "No permission for %1.").arg(path),
                QCoreApplication::translate("SystemError", "Check the owner and the mode of the file and its folder."),
                systemText(systemError)};
    case EEXIST:
    case ENOTEMPTY:
        return {ErrorKind::Failed,
                u"file.exists"_s,
                QCoreApplication::translate("SystemError", "%1 is there already.").arg(path),
                {},
                systemText(systemError)};
    case ENOSPC:
    case EDQUOT:
        return {ErrorKind::Unreachable, u"disk.full"_s,
                QCoreApplication::translate("SystemError", "There is no space left for %1.").arg(path),
                QCoreApplication::translate("SystemError", "Free some space and try again."), systemText(systemError)};
    default:
        return {ErrorKind::Failed,
                u"file.failed"_s,
                QCoreApplication::translate("SystemError", "%1: %2.").arg(path, systemText(systemError)),
                {},
                systemText(systemError)};
    }
}

Error connectError(int systemError, const QString &endpoint)
{
    switch (systemError) {
    case ECONNREFUSED:
    case ENOENT: // a Unix socket that is not there
        return {ErrorKind::Unreachable,
                u"connect.refused"_s,
                QCoreApplication::translate("SystemError", "Nobody listens on %1.").arg(endpoint),
                {},
                systemText(systemError)};
    case ETIMEDOUT:
        return {ErrorKind::Unreachable, u"connect.timeout"_s,
                QCoreApplication::translate("SystemError", "%1 does not answer.").arg(endpoint),
                QCoreApplication::translate("SystemError", "A firewall may drop the packets, or the address is wrong."),
                systemText(systemError)};
    case EAGAIN:
        return {ErrorKind::Unreachable,
                u"connect.busy"_s,
                QCoreApplication::translate("SystemError", "%1 is busy with others.").arg(endpoint),
                {},
                systemText(systemError)};
    case EACCES:
    case EPERM:
        return {ErrorKind::Unreachable,
                u"connect.denied"_s,
                QCoreApplication::translate("SystemError", "No permission to connect to %1.").arg(endpoint),
                {},
                systemText(systemError)};
    default:
        return {ErrorKind::Unreachable,
                u"connect.unreachable"_s,
                QCoreApplication::translate("SystemError", "%1 cannot be reached: %2.")
                    .arg(endpoint, systemText(systemError)),
                {},
                systemText(systemError)};
    }
}

} // namespace portlight
