// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogDescriptor.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight {

LogDescriptor::~LogDescriptor()
{
    ::close(m_descriptor);
}

std::shared_ptr<LogDescriptor> LogDescriptor::duplicate(int descriptor)
{
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    return copy < 0 ? nullptr : std::make_shared<LogDescriptor>(copy);
}

std::shared_ptr<LogDescriptor> LogDescriptor::temporary(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    int descriptor = ::open(path.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
        QByteArray name = path + "/serial-XXXXXX";
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0)
            ::unlink(name.constData());
    }
    return descriptor < 0 ? nullptr : std::make_shared<LogDescriptor>(descriptor);
}

bool LogDescriptor::isSameFile(int descriptor) const
{
    struct stat mine = {};
    struct stat other = {};
    return ::fstat(m_descriptor, &mine) == 0 && ::fstat(descriptor, &other) == 0 && mine.st_dev == other.st_dev &&
           mine.st_ino == other.st_ino;
}

qint64 LogDescriptor::read(qint64 offset, char *to, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t count = ::pread(m_descriptor, to + done, size_t(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return done > 0 ? done : -1;
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

bool LogDescriptor::write(qint64 offset, const char *from, qint64 length) const
{
    for (qint64 done = 0; done < length;) {
        const ssize_t count = ::pwrite(m_descriptor, from + done, size_t(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace portlight
