// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleView.h"

#include "serial/Bookmarks.h"
#include "serial/ConsoleAccessible.h"
#include "serial/HeatStrip.h"
#include "settings/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
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
    setEmptyText(tr("No console output yet"), tr("What the guest writes to its serial port appears here."));
    updateLook();
    m_jump->setIcon(Icons::icon(Icon::Follow, m_cache.colors().theme().text));
}

ConsoleView::~ConsoleView() = default;

void ConsoleView::setStore(std::shared_ptr<LineStore> store)
{
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
    setHorizontalScrollBarPolicy(wrapping ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
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

void ConsoleView::setNumbersShown(bool shown)
{
    if (m_numbers == shown)
        return;
    m_numbers = shown;
    rowsChanged(m_anchor);
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

bool ConsoleView::goToFailure(int direction)
{
    if (!m_store || m_rows.count() == 0)
        return false;
    // Without a current line one begins at the side that lies in the direction of the search.
    const qint64 none = direction > 0 ? 0 : m_rows.lineCount() - 1;
    qint64 line = m_rows.nextFailure(m_currentLine < 0 ? none : m_currentLine + direction, direction);
    if (line < 0)
        line = m_rows.nextFailure(none, direction);
    if (line < 0)
        return false;
    goToLine(line);
    return true;
}

qint64 ConsoleView::memberFromCurrent(const LineSet &lines, int direction, bool &wrapped) const
{
    const qint64 start = m_currentLine < 0 ? firstVisibleLine() : m_currentLine + direction;
    const qint64 line = m_rows.nextOf(lines, start, direction);
    wrapped = line < 0;
    return wrapped ? m_rows.nextOf(lines, direction > 0 ? 0 : m_rows.lineCount() - 1, direction) : line;
}

bool ConsoleView::goToBookmark(int direction)
{
    bool wrapped = false;
    const qint64 line = m_bookmarks ? memberFromCurrent(m_bookmarks->lines(), direction, wrapped) : -1;
    if (line >= 0)
        goToLine(line);
    return line >= 0;
}

void ConsoleView::setQuery(const LogQuery &query)
{
    m_cache.setMatcher(query.isEmpty() ? ConsoleLineCache::Matcher()
                                       : [query](const QString &line) { return query.matchesIn(line); });
    viewport()->update();
}

bool ConsoleView::goToMatch(int direction, bool *wrapped)
{
    bool around = false;
    const qint64 line = m_matches && m_rows.count() > 0 ? memberFromCurrent(*m_matches, direction, around) : -1;
    if (line >= 0)
        goToLine(line);
    if (wrapped)
        *wrapped = around;
    return line >= 0;
}

QString ConsoleView::selectedText() const
{
    return m_store ? m_selection.text(*m_store, m_rows.lines(), {m_copyNumbers, m_copyNumbers}).value_or(QString())
                   : QString();
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
    if (const auto text = m_selection.text(*m_store, m_rows.lines(), {m_copyNumbers, m_copyNumbers}))
        QGuiApplication::clipboard()->setText(*text);
    else
        Q_EMIT copyRefused(tr("The selection is too large for the clipboard. Save it to a file instead."));
}

} // namespace portlight
