// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

using local::Descriptor;

namespace {

FileStatus::Type typeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FileStatus::Type::File;
    if (S_ISDIR(mode))
        return FileStatus::Type::Folder;
    if (S_ISLNK(mode))
        return FileStatus::Type::Link;
    return S_ISSOCK(mode) ? FileStatus::Type::Socket : FileStatus::Type::Other;
}

FileStatus statusOf(const QString &path, const struct stat &found)
{
    FileStatus status;
    status.name = QFileInfo(path).fileName();
    status.type = typeOf(found.st_mode);
    status.size = found.st_size;
    status.allocated = found.st_blocks * 512;
    status.inode = found.st_ino;
    status.mode = static_cast<int>(found.st_mode & 07777);
    status.modified =
        QDateTime::fromMSecsSinceEpoch(found.st_mtim.tv_sec * 1000 + found.st_mtim.tv_nsec / 1'000'000, Qt::UTC);
    return status;
}

int writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t wrote = write(fd, bytes.data(), static_cast<size_t>(bytes.size()));
        if (wrote < 0 && errno != EINTR)
            return errno;
        bytes = bytes.sliced(std::max<ssize_t>(wrote, 0));
    }
    return fsync(fd) == 0 ? 0 : errno;
}

void syncFolderOf(const QString &path)
{
    const Descriptor folder(
        open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isValid())
        fsync(folder.get());
}

QString temporaryNameFor(const QString &path)
{
    const QFileInfo info(path);
    return u"%1/.%2.%3.tmp"_s.arg(info.path(), info.fileName()).arg(QRandomGenerator::global()->generate64(), 0, 36);
}

} // namespace

Result<FileStatus> LocalHost::status(const QString &path, const Cancellation &)
{
    struct stat found = {};
    if (lstat(QFile::encodeName(path).constData(), &found) != 0)
        return failure(fileError(errno, path));
    return statusOf(path, found);
}

Result<QList<FileStatus>> LocalHost::list(const QString &folder, const Cancellation &cancellation)
{
    const auto itself = status(folder, cancellation);
    if (!itself)
        return failure(itself.error());
    if (access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0)
        return failure(fileError(errno, folder));
    QList<FileStatus> entries;
    const QDir::Filters everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QString &name : QDir(folder).entryList(everything, QDir::Name)) {
        // What vanished since the listing is not there.
        if (auto entry = status(folder + u'/' + name, cancellation))
            entries.append(*std::move(entry));
    }
    return entries;
}

Result<QByteArray> LocalHost::readFile(const QString &path, qint64 offset, qint64 most, const Cancellation &)
{
    const Descriptor file(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isValid())
        return failure(fileError(errno, path));
    QByteArray bytes;
    constexpr qint64 piece = 1024 * 1024;
    while (bytes.size() < most) {
        const qint64 want = std::min(piece, most - bytes.size());
        const qsizetype had = bytes.size();
        bytes.resize(had + want);
        const ssize_t got = pread(file.get(), bytes.data() + had, static_cast<size_t>(want), offset + had);
        bytes.resize(had + std::max<ssize_t>(got, 0));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(fileError(errno, path));
        if (got == 0)
            break;
    }
    return bytes;
}

Result<void> LocalHost::writeFile(const QString &path, QByteArrayView bytes, int mode, const Cancellation &)
{
    const QByteArray temporary = QFile::encodeName(temporaryNameFor(path));
    Descriptor file(open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isValid())
        return failure(fileError(errno, path));
    int error = fchmod(file.get(), static_cast<mode_t>(mode)) == 0 ? 0 : errno;
    if (error == 0)
        error = writeAll(file.get(), bytes);
    file.reset();
    if (error == 0 && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0)
        error = errno;
    if (error != 0) {
        unlink(temporary.constData());
        return failure(fileError(error, path));
    }
    syncFolderOf(path);
    return {};
}

Result<void> LocalHost::makeFolder(const QString &path, int mode, const Cancellation &cancellation)
{
    struct stat found = {};
    if (stat(QFile::encodeName(path).constData(), &found) == 0) {
        if (S_ISDIR(found.st_mode))
            return {};
        return failure(fileError(EEXIST, path));
    }
    const QString parent = QFileInfo(path).path();
    if (parent != path) {
        if (auto made = makeFolder(parent, mode, cancellation); !made)
            return made;
    }
    if (mkdir(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)) != 0 && errno != EEXIST)
        return failure(fileError(errno, path));
    return {};
}

Result<void> LocalHost::rename(const QString &from, const QString &to, const Cancellation &)
{
    if (renameat2(AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD, QFile::encodeName(to).constData(),
                  RENAME_NOREPLACE) != 0)
        return failure(fileError(errno, errno == EEXIST ? to : from));
    syncFolderOf(to);
    return {};
}

Result<void> LocalHost::link(const QString &target, const QString &path, const Cancellation &)
{
    const QByteArray temporary = QFile::encodeName(temporaryNameFor(path));
    if (symlink(QFile::encodeName(target).constData(), temporary.constData()) != 0)
        return failure(fileError(errno, path));
    if (::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0) {
        const int error = errno;
        unlink(temporary.constData());
        return failure(fileError(error, path));
    }
    return {};
}

Result<void> LocalHost::removeTree(const QString &path, const Cancellation &)
{
    struct stat found = {};
    const QByteArray name = QFile::encodeName(path);
    if (lstat(name.constData(), &found) != 0)
        return errno == ENOENT ? Result<void>{} : failure(fileError(errno, path));
    const auto removeOne = [](const char *entry, const struct stat *, int, struct FTW *) {
        return remove(entry);
    };
    // Depth first, never through links, never into another file system.
    if (nftw(name.constData(), removeOne, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0 && errno != ENOENT)
        return failure(fileError(errno, path));
    return {};
}

Result<qint64> LocalHost::freeSpace(const QString &path, const Cancellation &)
{
    QString place = path;
    struct statvfs found = {};
    while (statvfs(QFile::encodeName(place).constData(), &found) != 0) {
        const QString parent = QFileInfo(place).path();
        if (errno != ENOENT || parent == place)
            return failure(fileError(errno, place));
        place = parent;
    }
    return static_cast<qint64>(found.f_bavail) * static_cast<qint64>(found.f_frsize);
}

} // namespace portlight
