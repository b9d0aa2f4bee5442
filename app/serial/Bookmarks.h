// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "serial/BookmarkFile.h"
#include "serial/LineSet.h"
#include "serial/LineStore.h"

#include <QList>
#include <QObject>

#include <map>
#include <memory>

namespace portlight {

/// The lines of one log that a person wants to find again, with notes, kept from one session to the next. A bookmark
/// of which the line is gone (the file was replaced) is kept and not shown; it comes back with its line. GUI thread.
class Bookmarks : public QObject
{
    Q_OBJECT

public:
    struct Bookmark
    {
        qint64 line = 0; ///< Its number in the store.
        SavedBookmark saved;
    };

    /// `folder` holds one file per log; an empty one keeps nothing.
    explicit Bookmarks(const QString &folder, QObject *parent = nullptr);

    /// The bookmarks of another log; `key` says which it is for good: a VM's identity or a file's path. Null closes.
    void open(const QString &key, std::shared_ptr<const LineStore> store);
    /// Lines from `first` on are new or changed (as SerialFollower::linesAppended).
    void linesChanged(qint64 first);

    [[nodiscard]] bool contains(qint64 line) const { return m_places.contains(line); }
    /// Empty where there is no bookmark or no note.
    [[nodiscard]] QString note(qint64 line) const;
    /// Sorted by line.
    [[nodiscard]] QList<Bookmark> list() const;
    [[nodiscard]] const LineSet &lines() const { return m_lines; }
    /// Those whose lines are not in the log any more.
    [[nodiscard]] qint64 missingCount() const { return qint64(m_waiting.size()); }
    /// One line per bookmark: number, note, text. For the clipboard.
    [[nodiscard]] QString asText() const;

public Q_SLOTS:
    void toggle(qint64 line);
    /// Makes a bookmark where there is none.
    void setNote(qint64 line, const QString &note);
    void remove(qint64 line);
    /// All of this log, those that are missing too.
    void removeAll();

Q_SIGNALS:
    void changed();
    /// The file could not be written; the bookmarks hold for this session.
    void failed(const Error &error);

private:
    void add(qint64 line, const QString &note);
    void save();
    [[nodiscard]] qint64 find(const SavedBookmark &bookmark) const;
    [[nodiscard]] qint64 lineOfFileLine(qint64 fileLine, qint64 start) const;
    [[nodiscard]] bool isAt(const SavedBookmark &bookmark, qint64 line) const;
    void settle();

    BookmarkFile m_file;
    QString m_key;
    std::shared_ptr<const LineStore> m_store;
    std::map<qint64, SavedBookmark> m_places;
    QList<SavedBookmark> m_waiting;
    LineSet m_lines;
    qint64 m_lineCount = 0; ///< When the waiting ones were looked for the last time.
};

} // namespace portlight
