// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight::local {

namespace {

class FileLock final : public HostLock
{
public:
    explicit FileLock(Descriptor fd)
        : m_fd(std::move(fd))
    {
    }

private:
    Descriptor m_fd;
};

/// Leaves a line for the person who finds the lock taken.
void writeOwner(int fd)
{
    const QByteArray owner =
        QByteArray::number(getpid()) + ' ' + QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8() + '\n';
    if (ftruncate(fd, 0) == 0)
        (void)!pwrite(fd, owner.constData(), static_cast<size_t>(owner.size()), 0);
}

QString ownerOf(int fd)
{
    std::array<char, 128> text{};
    const ssize_t got = pread(fd, text.data(), text.size() - 1, 0);
    return got > 0 ? QString::fromLatin1(text.data(), got).trimmed() : QString();
}

} // namespace

Result<std::unique_ptr<HostLock>> lockFile(const QString &path, QDeadlineTimer deadline,
                                           const Cancellation &cancellation)
{
    Descriptor fd(open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.isValid())
        return failure(fileError(errno, path));
    while (flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failure(fileError(errno, path));
        if (deadline.hasExpired()) {
            const QStringList owner = ownerOf(fd.get()).split(u' ');
            return failure(ErrorKind::Failed, u"lock.held"_s,
                           QCoreApplication::translate("LocalHost", "Another Portlight is at work on this."),
                           owner.size() == 2 ? QCoreApplication::translate(
                                                   "LocalHost", "It is process %1, since %2. Wait for it or stop it.")
                                                   .arg(owner.at(0), owner.at(1))
                                             : QCoreApplication::translate("LocalHost", "Wait for it or stop it."));
        }
        if (!cancellation.sleep(std::chrono::milliseconds(25)))
            return failure(cancelledError());
    }
    writeOwner(fd.get());
    return std::make_unique<FileLock>(std::move(fd));
}

} // namespace portlight::local
