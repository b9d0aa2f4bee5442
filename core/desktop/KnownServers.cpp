// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KnownServers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr qint64 longestFile = 4 << 20;
constexpr qsizetype sha256Bytes = 32;
constexpr auto lockTime = 5s;

tl::unexpected<Error> unwritable(const QString &file, const QString &reason)
{
    return failure(
        ErrorKind::Failed, u"known-servers.unwritable"_s,
        QCoreApplication::translate("KnownServers", "What is known of servers could not be written to %1: %2")
            .arg(file, reason),
        QCoreApplication::translate("KnownServers", "Make room there, or make the file and its folder writable."));
}

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.read(longestFile).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

bool isAbout(const QByteArray &line, const QString &endpoint)
{
    return line.startsWith(endpoint.toUtf8() + ' ');
}

} // namespace

KnownServers::KnownServers(QString file)
    : m_file(std::move(file))
{
}

QList<QByteArray> KnownServers::identitiesFor(const QString &endpoint) const
{
    QList<QByteArray> identities;
    const QList<QByteArray> lines = linesOf(m_file);
    for (const QByteArray &line : lines) {
        if (!isAbout(line, endpoint))
            continue;
        const QByteArray sha256 = QByteArray::fromHex(line.split(' ').value(1));
        if (sha256.size() == sha256Bytes)
            identities.append(sha256);
    }
    return identities;
}

Result<void> KnownServers::remember(const QString &endpoint, const QByteArray &sha256, const QString &note)
{
    return change(endpoint, endpoint.toUtf8() + ' ' + sha256.toHex() + ' ' + note.simplified().toUtf8());
}

Result<void> KnownServers::forget(const QString &endpoint)
{
    return change(endpoint, {});
}

QList<QByteArray> KnownServers::linesWithout(const QString &endpoint) const
{
    QList<QByteArray> lines = linesOf(m_file);
    lines.removeIf([&](const QByteArray &line) { return isAbout(line, endpoint); });
    return lines;
}

Result<void> KnownServers::change(const QString &endpoint, const QByteArray &line)
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return unwritable(m_file, QCoreApplication::translate("KnownServers", "its folder cannot be made."));
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(lockTime))
        return unwritable(m_file, QCoreApplication::translate("KnownServers", "another program is writing it."));
    // Half of it read would be half of it lost.
    if (QFileInfo(m_file).size() > longestFile)
        return unwritable(m_file, QCoreApplication::translate("KnownServers", "it is too large to be such a file."));
    QList<QByteArray> lines = linesWithout(endpoint);
    if (!line.isEmpty())
        lines.append(line);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(m_file, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QByteArray &kept : lines)
        file.write(kept + '\n');
    if (!file.commit())
        return unwritable(m_file, file.errorString());
    return {};
}

} // namespace portlight
