// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/Bookmarks.h"

#include "serial/ConsoleSelection.h"

#include <QDateTime>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const SerialLine &line)
{
    return ConsoleSelection::shown(line).left(BookmarkFile::MostCharacters);
}

} // namespace

Bookmarks::Bookmarks(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_file(folder)
{
}

void Bookmarks::open(const QString &key, std::shared_ptr<const LineStore> store)
{
    m_key = key;
    m_store = std::move(store);
    m_places.clear();
    m_lines.clear();
    m_lineCount = 0;
    m_waiting = m_store ? m_file.read(key) : QList<SavedBookmark>();
    settle();
    Q_EMIT changed();
}

void Bookmarks::linesChanged(qint64 first)
{
    if (!m_store || (m_places.empty() && m_waiting.isEmpty()))
        return;
    const qint64 count = m_store->lineCount();
    bool moved = false;
    // Where the log has become another, what was marked is looked for anew.
    for (auto place = m_places.lower_bound(first); place != m_places.end();) {
        if (place->first < count && isAt(place->second, place->first)) {
            ++place;
            continue;
        }
        m_waiting.append(place->second);
        place = m_places.erase(place);
        moved = true;
    }
    if (count < m_lineCount)
        m_lineCount = 0;
    const auto waiting = m_waiting.size();
    settle();
    if (moved || m_waiting.size() != waiting)
        Q_EMIT changed();
}

bool Bookmarks::isAt(const SavedBookmark &bookmark, qint64 line) const
{
    const SerialLine data = m_store->line(line);
    return data.number == line && textOf(data) == bookmark.text;
}

qint64 Bookmarks::lineOfFileLine(qint64 fileLine, qint64 start) const
{
    // Marks take numbers that the file does not have: a few steps lead there.
    constexpr int MostSteps = 64;
    qint64 number = start;
    for (int step = 0; step < MostSteps; ++step) {
        const SerialLine line = m_store->line(number);
        if (line.number < 0)
            return -1;
        if (line.fileLine == fileLine)
            return number;
        number += line.fileLine > 0 ? fileLine - line.fileLine : 1;
    }
    return -1;
}

qint64 Bookmarks::find(const SavedBookmark &bookmark) const
{
    const qint64 there = lineOfFileLine(bookmark.fileLine, bookmark.fileLine - 1);
    if (there >= 0 && isAt(bookmark, there))
        return there;
    // Something before its boot may have gone or come: the boot of its number, or one of the last.
    constexpr qsizetype LastBoots = 8;
    const QList<SerialBoot> boots = m_store->boots();
    const auto inBoot = [&](const SerialBoot &boot) {
        const bool holds = bookmark.bootLine >= 0 && bookmark.bootLine < boot.lineCount;
        return holds && isAt(bookmark, boot.firstLine + bookmark.bootLine) ? boot.firstLine + bookmark.bootLine : -1;
    };
    if (bookmark.boot >= 0 && bookmark.boot < boots.size()) {
        if (const qint64 line = inBoot(boots[bookmark.boot]); line >= 0)
            return line;
    }
    for (qsizetype i = boots.size() - 1; i >= std::max<qsizetype>(0, boots.size() - LastBoots); --i) {
        if (const qint64 line = inBoot(boots[i]); line >= 0)
            return line;
    }
    return -1;
}

void Bookmarks::settle()
{
    // A line that was not there the last time can only be among the new ones.
    if (!m_store || m_waiting.isEmpty() || m_store->lineCount() == m_lineCount)
        return;
    const qint64 known = m_lineCount;
    m_lineCount = m_store->lineCount();
    QList<SavedBookmark> still;
    for (const SavedBookmark &bookmark : std::as_const(m_waiting)) {
        const bool reachable = bookmark.fileLine <= m_lineCount && (bookmark.fileLine > known || known == 0);
        const qint64 line = reachable ? find(bookmark) : -1;
        if (line < 0 || m_places.contains(line))
            still.append(bookmark);
        else
            m_places.emplace(line, bookmark);
    }
    m_waiting = still;
    m_lines.clear();
    for (const auto &[line, bookmark] : m_places)
        m_lines.add(line);
}

QString Bookmarks::note(qint64 line) const
{
    const auto place = m_places.find(line);
    return place == m_places.end() ? QString() : place->second.note;
}

QList<Bookmarks::Bookmark> Bookmarks::list() const
{
    QList<Bookmark> result;
    result.reserve(qsizetype(m_places.size()));
    for (const auto &[line, saved] : m_places)
        result.append({line, saved});
    return result;
}

QString Bookmarks::asText() const
{
    QString text;
    for (const auto &[line, saved] : m_places) {
        text += saved.fileLine > 0 ? QString::number(saved.fileLine) : QString();
        text += u'\t' + saved.note + u'\t' + saved.text + u'\n';
    }
    return text;
}

void Bookmarks::add(qint64 line, const QString &note)
{
    const SerialLine data = m_store->line(line);
    // A notice of ours is not in the file, so it could never be found again.
    if (data.number < 0 || data.fileLine <= 0)
        return;
    SavedBookmark saved;
    saved.fileLine = data.fileLine;
    saved.boot = std::max(0, m_store->bootOf(line));
    const QList<SerialBoot> boots = m_store->boots();
    saved.bootLine = saved.boot < boots.size() ? line - boots[saved.boot].firstLine : line;
    saved.text = textOf(data);
    saved.note = note.left(BookmarkFile::MostCharacters);
    saved.made = QDateTime::currentDateTimeUtc();
    m_places[line] = saved;
    m_lines.add(line);
}

void Bookmarks::toggle(qint64 line)
{
    if (!m_store)
        return;
    if (contains(line)) {
        remove(line);
        return;
    }
    add(line, {});
    save();
}

void Bookmarks::setNote(qint64 line, const QString &note)
{
    if (!m_store)
        return;
    if (contains(line))
        m_places[line].note = note.left(BookmarkFile::MostCharacters);
    else
        add(line, note);
    save();
}

void Bookmarks::remove(qint64 line)
{
    if (m_places.erase(line) == 0)
        return;
    m_lines.clear();
    for (const auto &[place, bookmark] : m_places)
        m_lines.add(place);
    save();
}

void Bookmarks::removeAll()
{
    m_places.clear();
    m_waiting.clear();
    m_lines.clear();
    save();
}

void Bookmarks::save()
{
    QList<SavedBookmark> all = m_waiting;
    for (const auto &[line, saved] : m_places)
        all.append(saved);
    if (const auto written = m_file.write(m_key, all); !written)
        Q_EMIT failed(written.error());
    Q_EMIT changed();
}

} // namespace portlight
