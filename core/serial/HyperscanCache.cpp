// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/HyperscanCache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <hs/hs.h>

#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Before the database: this, and a hash of the key and the database. Hyperscan's own sum covers only a part.
constexpr QByteArrayView Magic("portlight rules 1\n");
constexpr qsizetype HashBytes = 32;
constexpr qint64 LeftoverSeconds = 3600;

QByteArray hash(const QByteArray &key, QByteArrayView database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key);
    hash.addData(database);
    return hash.result();
}

/// All of a file that only this user can have written.
QByteArray readOwn(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return {};
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return {};
    }
    struct stat status = {};
    const bool isOwn = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                       (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    if (!isOwn || status.st_size > HyperscanCache::MostFileBytes)
        return {};
    QByteArray bytes = file.read(HyperscanCache::MostFileBytes);
    ::futimens(descriptor, nullptr); // What is used is kept.
    return bytes;
}

bool isBlockDatabase(const hs_database *database)
{
    char *info = nullptr;
    const bool isGood =
        hs_database_info(database, &info) == HS_SUCCESS && info && QByteArrayView(info).contains("Mode: BLOCK");
    std::free(info); // NOLINT: Hyperscan's default allocator is malloc.
    return isGood;
}

} // namespace

void HyperscanCache::Free::operator()(hs_database *database) const
{
    hs_free_database(database);
}

QString HyperscanCache::path(const QByteArray &key) const
{
    return m_folder + u"/rules-"_s + QString::fromLatin1(key) + u".hsdb"_s;
}

HyperscanCache::Database HyperscanCache::read(const QByteArray &key) const
{
    if (!isOn())
        return {};
    const QByteArray bytes = readOwn(path(key));
    if (bytes.size() <= Magic.size() + HashBytes || !bytes.startsWith(Magic))
        return {};
    const QByteArrayView kept = QByteArrayView(bytes).sliced(Magic.size(), HashBytes);
    const QByteArrayView serial = QByteArrayView(bytes).sliced(Magic.size() + HashBytes);
    if (kept != hash(key, serial))
        return {};
    hs_database_t *database = nullptr;
    if (hs_deserialize_database(serial.data(), size_t(serial.size()), &database) != HS_SUCCESS)
        return {};
    Database read(database);
    return isBlockDatabase(database) ? std::move(read) : Database();
}

void HyperscanCache::write(const QByteArray &key, const hs_database &database) const
{
    if (!isOn())
        return;
    char *serial = nullptr;
    size_t length = 0;
    if (hs_serialize_database(&database, &serial, &length) != HS_SUCCESS)
        return;
    const std::unique_ptr<char, decltype(&std::free)> owner(serial, &std::free);
    if (length > size_t(MostFileBytes - Magic.size() - HashBytes))
        return;
    const QByteArrayView bytes(serial, qsizetype(length));
    QSaveFile file(path(key));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return;
    file.write(Magic.toByteArray() + hash(key, bytes));
    file.write(bytes.data(), bytes.size());
    if (file.commit())
        removeOld();
}

void HyperscanCache::removeOld() const
{
    const QDir folder(m_folder);
    const QFileInfoList kept = folder.entryInfoList({u"rules-*.hsdb"_s}, QDir::Files | QDir::Hidden, QDir::Time);
    for (qsizetype i = MostFiles; i < kept.size(); ++i)
        QFile::remove(kept[i].filePath());
    // Of programs that were killed while they wrote.
    const QDateTime old = QDateTime::currentDateTime().addSecs(-LeftoverSeconds);
    for (const QFileInfo &part : folder.entryInfoList({u"rules-*.hsdb.*"_s}, QDir::Files | QDir::Hidden)) {
        if (part.lastModified() < old)
            QFile::remove(part.filePath());
    }
}

} // namespace portlight
