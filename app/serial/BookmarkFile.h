// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace portlight {

/// A bookmark as it is kept: where it was, and what stood there.
struct SavedBookmark
{
    qint64 fileLine = 0; ///< Counts from 1.
    int boot = 0;        ///< Counts from 0.
    qint64 bootLine = 0; ///< Lines between the first of its boot and it.
    QString text;        ///< Of the line, at most BookmarkFile::MostCharacters; the bookmark holds for this text only.
    QString note;
    QDateTime made;

    friend bool operator==(const SavedBookmark &, const SavedBookmark &) = default;
};

/// The bookmarks of logs on disk: one small JSON file per log, readable by its owner only.
class BookmarkFile
{
public:
    static constexpr qsizetype MostBookmarks = 1000;  ///< Per log; the oldest go first.
    static constexpr qsizetype MostCharacters = 2000; ///< Of a text or a note.

    explicit BookmarkFile(const QString &folder)
        : m_folder(folder)
    {
    }

    /// Nothing where there is no file, or none that can be understood.
    [[nodiscard]] QList<SavedBookmark> read(const QString &key) const;
    /// An empty list removes the file. Error: "file.failed".
    [[nodiscard]] Result<void> write(const QString &key, const QList<SavedBookmark> &bookmarks) const;
    [[nodiscard]] QString pathOf(const QString &key) const;

private:
    QString m_folder;
};

} // namespace portlight
