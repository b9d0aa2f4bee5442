// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BookmarkFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A thousand bookmarks with the longest texts stay below it.
constexpr qint64 MostBytes = 16 * 1024 * 1024;

QJsonObject toJson(const SavedBookmark &bookmark)
{
    return {{u"line"_s, bookmark.fileLine},     {u"boot"_s, bookmark.boot},
            {u"bootLine"_s, bookmark.bootLine}, {u"text"_s, bookmark.text},
            {u"note"_s, bookmark.note},         {u"made"_s, bookmark.made.toUTC().toString(Qt::ISODateWithMs)}};
}

SavedBookmark fromJson(const QJsonObject &object)
{
    SavedBookmark bookmark;
    bookmark.fileLine = object.value("line"_L1).toInteger();
    bookmark.boot = object.value("boot"_L1).toInt();
    bookmark.bootLine = object.value("bootLine"_L1).toInteger();
    bookmark.text = object.value("text"_L1).toString().left(BookmarkFile::MostCharacters);
    bookmark.note = object.value("note"_L1).toString().left(BookmarkFile::MostCharacters);
    bookmark.made = QDateTime::fromString(object.value("made"_L1).toString(), Qt::ISODateWithMs);
    return bookmark;
}

} // namespace

QString BookmarkFile::pathOf(const QString &key) const
{
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(name.first(32)) + u".json"_s;
}

QList<SavedBookmark> BookmarkFile::read(const QString &key) const
{
    QList<SavedBookmark> bookmarks;
    QFile file(pathOf(key));
    if (m_folder.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > MostBytes)
        return bookmarks;
    const QJsonObject root = QJsonDocument::fromJson(file.read(MostBytes)).object();
    // The name is a hash of the key; what is inside decides.
    if (root.value("log"_L1).toString() != key)
        return bookmarks;
    for (const QJsonValue &value : root.value("bookmarks"_L1).toArray()) {
        const SavedBookmark bookmark = fromJson(value.toObject());
        if (bookmark.fileLine > 0 && bookmarks.size() < MostBookmarks)
            bookmarks.append(bookmark);
    }
    return bookmarks;
}

Result<void> BookmarkFile::write(const QString &key, const QList<SavedBookmark> &bookmarks) const
{
    if (m_folder.isEmpty())
        return {};
    const QString path = pathOf(key);
    if (bookmarks.isEmpty() && (!QFile::exists(path) || QFile::remove(path)))
        return {};
    QList<SavedBookmark> kept = bookmarks;
    std::stable_sort(kept.begin(), kept.end(),
                     [](const SavedBookmark &a, const SavedBookmark &b) { return a.made > b.made; });
    QJsonArray array;
    for (const SavedBookmark &bookmark : kept.mid(0, MostBookmarks))
        array.append(toJson(bookmark));
    const QJsonObject root{{u"log"_s, key}, {u"bookmarks"_s, array}};
    QSaveFile file(path);
    const bool good = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly) &&
                      file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(QJsonDocument(root).toJson()) > 0 && file.commit();
    if (good)
        return {};
    return failure(ErrorKind::Failed, u"file.failed"_s,
                   QCoreApplication::translate("BookmarkFile", "The bookmarks could not be written to %1.").arg(path),
                   QCoreApplication::translate("BookmarkFile", "They hold until the window is closed."),
                   file.errorString());
}

} // namespace portlight
