// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleView.h"

#include "serial/Bookmarks.h"
#include "serial/ConsoleAccessible.h"
#include "serial/HeatStrip.h"
#include "serial/LogSearch.h"
#include "settings/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsoleView::ConsoleView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_cache(ThemeColors::of(palette()), m_rows)
    , m_scroll([this](qint64 row) { return partsOf(row); })
    , m_strip(new HeatStrip(m_rows, this))
    , m_jump(new QPushButton(viewport()))
    , m_search(new LogSearch(this))
{
    ConsoleAccessible::install();
    setAccessibleName(tr("Serial console"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, m_strip->width(), 0);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    m_jump->setCursor(Qt::ArrowCursor);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(m_strip, &HeatStrip::rowWanted, this, [this](qint64 row) {
        m_scroll.setTop(m_scroll.topFor(row, m_scroll.pageParts() / 2));
        settleAfterUserScroll();
    });
    connect(m_strip, &HeatStrip::topWanted, this, &ConsoleView::scrollToTop);
    connect(m_search, &LogSearch::finished, this, [this](qint64 line, bool wrapped) {
        if (line >= 0)
            goToLine(line);
        Q_EMIT searchFinished(line >= 0, wrapped);
    });
    setEmptyText(tr("No console output yet"), tr("What the guest writes to its serial port appears here."));
    updateLook();
    m_jump->setIcon(Icons::icon(Icon::Follow, m_cache.colors().theme().text));
}

ConsoleView::~ConsoleView() = default;

void ConsoleView::setStore(std::shared_ptr<LineStore> store)
{
    m_search->cancel();
    m_store = std::move(store);
    m_rows.setLines(nullptr);
    m_rows.setStore(m_store);
    m_cache.setStore(m_store);
    m_strip->setStore(m_store);
    setMatches(nullptr);
    m_selection = {};
    m_widest = 0;
    m_announcedFailures = -1;
    m_scroll.setTop({});
    setCurrentLine(-1);
    linesAppended(0, m_rows.lineCount());
    setFollowing(true);
}

void ConsoleView::setEmptyText(const QString &title, const QString &text)
{
    m_emptyTitle = title;
    m_emptyText = text;
    viewport()->update();
}

void ConsoleView::rememberAnchor()
{
    // The current line, if it can be seen; else what is at the top.
    const qint64 row = m_rows.contains(m_currentLine) ? m_rows.rowOf(m_currentLine) : -1;
    m_anchor = {firstVisibleLine(), -m_scroll.top().part};
    if (row < m_scroll.top().row || row > lastVisibleRow())
        return;
    m_anchor.line = m_currentLine;
    for (qint64 at = m_scroll.top().row; at < row; ++at)
        m_anchor.above += partsOf(at);
}

void ConsoleView::rowsChanged(const Anchor &anchor)
{
    // A copy: what is remembered changes on the way.
    const Anchor kept = anchor;
    m_rows.refresh();
    updateLook();
    m_scroll.setExtent(m_rows.count(), int(viewport()->height() / m_metrics.rowHeight));
    if (const qint64 row = m_rows.rowOf(kept.line); row >= 0 && kept.line >= 0) {
        ConsoleScroll::Top top = m_scroll.topFor(row, std::max(0, kept.above));
        if (kept.above < 0 && m_rows.lineAt(row) == kept.line)
            top.part = -kept.above;
        m_scroll.setTop(top);
    }
    if (m_currentLine >= 0)
        setCurrentLine(m_rows.lineAt(m_rows.rowOf(m_currentLine)));
    if (m_following)
        m_scroll.setTop(m_scroll.end());
    updateExtent();
    updateJump();
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::linesAppended(qint64 first, qint64)
{
    m_cache.forgetFrom(first);
    m_strip->refresh(first);
    const qint64 known = m_rows.lineCount();
    m_rows.refresh();
    if (m_rows.lineCount() < known) {
        // The store was emptied: nothing that was known holds any more.
        m_cache.forgetAll();
        m_strip->refresh(0);
        m_selection = {};
    }
    rowsChanged(m_rows.lines() ? m_anchor : Anchor());
    announceFailures();
}

void ConsoleView::setFilter(const LineSet *lines)
{
    m_rows.setLines(lines);
    m_cache.forgetAll();
    m_strip->refresh(0);
    rowsChanged(m_anchor);
}

void ConsoleView::filterChanged(qint64 first)
{
    if (!m_rows.lines())
        return;
    // The set has changed already, so rows from before mean nothing; lines hold on both sides of a change.
    m_cache.forgetFrom(first);
    m_strip->refresh(first);
    rowsChanged(m_anchor);
}

void ConsoleView::setMatches(const LineSet *lines)
{
    m_matches = lines;
    m_strip->setMatches(lines);
}

void ConsoleView::matchesChanged()
{
    m_strip->setMatches(m_matches);
}

qint64 ConsoleView::newLineCount() const
{
    return m_following ? 0 : std::max<qint64>(0, m_rows.count() - m_rows.rowsBefore(m_seenCount));
}

qint64 ConsoleView::newFailureCount() const
{
    if (!m_store || m_following)
        return 0;
    const qint64 all = m_store->failuresIn(m_seenCount, m_rows.lineCount() - m_seenCount);
    constexpr qint64 MostLooked = 20'000;
    if (!m_rows.lines() || all == 0)
        return all;
    const QList<qint64> failures = m_store->failures(m_seenCount, std::min(all, MostLooked));
    return std::count_if(failures.begin(), failures.end(), [this](qint64 line) { return m_rows.contains(line); });
}

void ConsoleView::setFollowing(bool following)
{
    const bool changed = m_following != following;
    m_following = following;
    m_seenCount = m_rows.lineCount();
    if (following)
        goToEnd();
    updateJump();
    if (changed)
        Q_EMIT followingChanged(following);
}

void ConsoleView::setWrapping(bool wrapping)
{
    if (m_wrapping == wrapping)
        return;
    m_wrapping = wrapping;
    rowsChanged({m_anchor.line, std::max(0, m_anchor.above)});
    Q_EMIT wrappingChanged(wrapping);
}

void ConsoleView::setTimeColumn(ConsoleTime time)
{
    if (m_time == time)
        return;
    m_time = time;
    rowsChanged(m_anchor);
    Q_EMIT timeColumnChanged(time);
}

void ConsoleView::setNotices(bool shown, qint64 silence)
{
    auto look = m_cache.look();
    look.notices = shown;
    look.silence = silence;
    m_cache.setLook(look);
    rowsChanged(m_anchor);
}

void ConsoleView::goToEnd()
{
    m_scroll.setTop(m_scroll.end());
    updateExtent();
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::setCurrentLine(qint64 line)
{
    if (m_currentLine == line)
        return;
    m_currentLine = line;
    viewport()->update();
    announceCurrent();
    Q_EMIT currentLineChanged(line);
}

void ConsoleView::goToLine(qint64 line)
{
    const qint64 row = m_rows.rowOf(line);
    if (row < 0 || line < 0 || line >= m_rows.lineCount())
        return;
    setFollowing(false);
    setCurrentLine(m_rows.lineAt(row));
    const bool comfortable = row > m_scroll.top().row + 2 && row < lastVisibleRow() - 2;
    if (!comfortable)
        m_scroll.setTop(m_scroll.topFor(row, m_scroll.pageParts() / 3));
    updateExtent();
    viewport()->update();
    Q_EMIT positionChanged();
}

qint64 ConsoleView::shownFailure(qint64 from, int direction) const
{
    // Failures and shown lines take turns in leading, so that many of one and few of the other cost little.
    qint64 line = m_rows.next(from, direction);
    while (line >= 0) {
        const qint64 failure = m_store->findFailure(line, direction);
        if (failure < 0 || m_rows.contains(failure))
            return failure;
        line = m_rows.next(failure, direction);
    }
    return -1;
}

qint64 ConsoleView::shownMember(const LineSet &lines, qint64 from, int direction) const
{
    qint64 line = m_rows.next(from, direction);
    while (line >= 0) {
        const qint64 member = lines.next(line, direction);
        if (member < 0 || m_rows.contains(member))
            return member;
        line = member < m_rows.lineCount() ? m_rows.next(member, direction) : -1;
    }
    return -1;
}

bool ConsoleView::goToFailure(int direction)
{
    if (!m_store || m_rows.count() == 0)
        return false;
    // Without a current line one begins at the side that lies in the direction of the search.
    const qint64 none = direction > 0 ? 0 : m_rows.lineCount() - 1;
    qint64 line = shownFailure(m_currentLine < 0 ? none : m_currentLine + direction, direction);
    if (line < 0)
        line = shownFailure(none, direction);
    if (line < 0)
        return false;
    goToLine(line);
    return true;
}

qint64 ConsoleView::memberFromCurrent(const LineSet &lines, int direction, bool &wrapped) const
{
    const qint64 start = m_currentLine < 0 ? firstVisibleLine() : m_currentLine + direction;
    const qint64 line = shownMember(lines, start, direction);
    wrapped = line < 0;
    return wrapped ? shownMember(lines, direction > 0 ? 0 : m_rows.lineCount() - 1, direction) : line;
}

bool ConsoleView::goToBookmark(int direction)
{
    bool wrapped = false;
    const qint64 line = m_bookmarks ? memberFromCurrent(m_bookmarks->lines(), direction, wrapped) : -1;
    if (line >= 0)
        goToLine(line);
    return line >= 0;
}

void ConsoleView::setSearchText(const QString &text)
{
    m_search->cancel();
    m_searchText = text;
    m_cache.setMatcher(text.isEmpty() ? ConsoleLineCache::Matcher() : [text](const QString &line) {
        constexpr int MostMatches = 500;
        QList<LogQuery::Match> matches;
        qsizetype at = line.indexOf(text, 0, Qt::CaseInsensitive);
        for (; at >= 0 && matches.size() < MostMatches; at = line.indexOf(text, at + text.size(), Qt::CaseInsensitive))
            matches.append({int(at), int(text.size())});
        return matches;
    });
    viewport()->update();
}

void ConsoleView::setQuery(const LogQuery &query)
{
    m_search->cancel();
    m_searchText.clear();
    m_cache.setMatcher(query.isEmpty() ? ConsoleLineCache::Matcher()
                                       : [query](const QString &line) { return query.matchesIn(line); });
    viewport()->update();
}

void ConsoleView::findNext(int direction)
{
    if (!m_store || m_rows.count() == 0)
        return;
    if (m_matches) {
        bool wrapped = false;
        const qint64 line = memberFromCurrent(*m_matches, direction, wrapped);
        if (line >= 0)
            goToLine(line);
        Q_EMIT searchFinished(line >= 0, wrapped);
    } else if (!m_searchText.isEmpty()) {
        const qint64 from = m_currentLine < 0 ? firstVisibleLine() : m_currentLine + direction;
        m_search->start(m_store, m_searchText, from, direction);
    }
}

QString ConsoleView::selectedText() const
{
    return m_store ? m_selection.text(*m_store, m_rows.lines(), copyForm()).value_or(QString()) : QString();
}

void ConsoleView::selectAll()
{
    m_selection.begin({0, 0});
    m_selection.extend({m_rows.lineCount(), 0});
    viewport()->update();
}

void ConsoleView::copySelection()
{
    if (m_selection.isEmpty() || !m_store)
        return;
    if (const auto text = m_selection.text(*m_store, m_rows.lines(), copyForm()))
        QGuiApplication::clipboard()->setText(*text);
    else
        Q_EMIT copyRefused(tr("The selection is too large for the clipboard. Save it to a file instead."));
}

Result<void> ConsoleView::saveAll(const QString &path) const
{
    constexpr qint64 PieceBytes = 1024 * 1024;
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    for (qint64 at = m_store ? m_store->firstKeptByte() : 0; good && m_store;) {
        const QByteArray piece = m_store->rawBytes(at, PieceBytes);
        if (piece.isEmpty())
            break;
        good = file.write(piece) == piece.size();
        at += piece.size();
    }
    if (good && file.commit())
        return {};
    return failure(ErrorKind::Failed, u"file.failed"_s, tr("The log could not be saved to %1.").arg(path),
                   tr("Choose another folder, or make room."), file.errorString());
}

} // namespace portlight
