// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsolePage that keeps bar and status line true.
#include "serial/Bookmarks.h"
#include "serial/ConsoleActions.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsoleNote.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "serial/FilterPane.h"

#include <QAction>
#include <QLabel>
#include <QLocale>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

void ConsolePage::connectView()
{
    connect(&m_clock, &QTimer::timeout, this, &ConsolePage::refreshStatus);
    connect(m_bookmarks, &Bookmarks::changed, this, &ConsolePage::refresh);
    connect(m_bookmarks, &Bookmarks::failed, this, [this](const Error &error) { setNote(error.text()); });
    for (ConsoleView *view : {m_view, m_pane->view()}) {
        connect(view, &ConsoleView::searchWanted, m_bar, &ConsoleBar::focusSearch);
        connect(view, &ConsoleView::saveWanted, this, [this] { save(false); });
        connect(view, &ConsoleView::copyRefused, this, &ConsolePage::setNote);
    }
    connect(m_view, &ConsoleView::saveSelectionWanted, this, [this] { save(true); });
    connect(m_view, &ConsoleView::positionChanged, this, &ConsolePage::refresh);
    connect(m_view, &ConsoleView::currentLineChanged, this, &ConsolePage::updateTally);
    connect(m_view, &ConsoleView::followingChanged, m_actions->follow(), &QAction::setChecked);
    connect(m_view, &ConsoleView::wrappingChanged, m_actions->wrap(), &QAction::setChecked);
    connect(m_view, &ConsoleView::timeColumnChanged, this,
            [this](ConsoleTime time) { m_actions->time(time)->setChecked(true); });
    connect(m_bar, &ConsoleBar::failureWanted, m_view, &ConsoleView::goToFailure);
    connect(m_bar, &ConsoleBar::bootWanted, m_view, &ConsoleView::goToLine);
}

qint64 ConsolePage::place() const
{
    return m_view->currentLine() >= 0 ? m_view->currentLine() : m_view->lastVisibleLine();
}

void ConsolePage::refresh()
{
    refreshBoots();
    m_bar->setFailureCount(failureCount());
    m_bar->setBookmarked(m_bookmarks->contains(place()));
    const bool isLog = m_view->store() != nullptr && m_view->store()->lineCount() > 0;
    for (QAction *action : {m_actions->save(), m_actions->bookmark(), m_actions->bookmarkNote()})
        action->setEnabled(isLog);
    m_actions->saveSelection()->setEnabled(!m_view->selection().isEmpty());
    const bool marked = !m_bookmarks->lines().isEmpty();
    for (QAction *action : {m_actions->nextBookmark(), m_actions->previousBookmark(), m_actions->copyBookmarks()})
        action->setEnabled(marked);
    refreshStatus();
    if (const qint64 count = failureCount(); count != m_announcedFailures) {
        m_announcedFailures = count;
        Q_EMIT failureCountChanged(count);
    }
}

void ConsolePage::refreshBoots()
{
    const auto &store = m_view->store();
    const QList<SerialBoot> boots = store ? store->boots() : QList<SerialBoot>();
    const int current = store ? store->bootOf(place()) : -1;
    m_bar->setBoots(boots, current);
    LogFilter::Range range;
    if (current >= 0 && current < boots.size()) {
        // What stands before the first boot's banner belongs to it, too.
        range.first = current == 0 ? 0 : boots[current].firstLine;
        range.last = current + 1 < boots.size() ? boots[current + 1].firstLine : -1;
    }
    m_pane->setBoot(range);
}

QString ConsolePage::lineText() const
{
    const auto &store = m_view->store();
    const QLocale locale;
    const qint64 count = store->lineCount();
    const SerialLine line = store->line(place());
    if (line.fileLine <= 0 || line.fileLine == line.number + 1)
        return tr("Line %1 of %2").arg(locale.toString(line.number + 1), locale.toString(count));
    // Marks stand between the lines, or the file is not the first one: numbers are those of the file.
    const qint64 last = store->line(count - 1).fileLine;
    if (last >= line.fileLine)
        return tr("Line %1 of %2").arg(locale.toString(line.fileLine), locale.toString(last));
    return tr("Line %1").arg(locale.toString(line.fileLine));
}

void ConsolePage::refreshStatus()
{
    const auto &store = m_view->store();
    QStringList parts;
    if (store && store->lineCount() > 0) {
        parts.append(lineText());
        parts.append(ConsoleTexts::size(store->byteCount(), store->lastArrival(), QDateTime::currentDateTimeUtc()));
    }
    if (m_lostSince.isValid()) {
        const QString since = QLocale().toString(m_lostSince.toLocalTime().time(), QLocale::ShortFormat);
        const QString duration = ConsoleTexts::duration(m_lostSince.msecsTo(QDateTime::currentDateTimeUtc()));
        parts = parts.mid(0, 1);
        parts.append(tr("Not readable since %1 (%2)", "time, duration").arg(since, duration));
        m_note->setNote(m_lostReason);
    }
    m_status->setText(parts.join(u"     "_s));
}

void ConsolePage::setLost(const Error &error)
{
    if (!m_lostSince.isValid())
        m_lostSince = QDateTime::currentDateTimeUtc();
    m_lostReason = error.text();
    refreshStatus();
}

QString ConsolePage::statusText() const
{
    return m_status->text();
}

QString ConsolePage::noteText() const
{
    return m_note->text();
}

void ConsolePage::setNote(const QString &text)
{
    m_note->setNote(text);
}

} // namespace portlight
