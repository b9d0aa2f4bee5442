// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleMenu.h"

#include "serial/Bookmarks.h"
#include "serial/ConsoleView.h"
#include "settings/Icons.h"
#include "settings/ThemeColors.h"

#include <array>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon iconFor(const QWidget *widget, Icon icon)
{
    return Icons::icon(icon, ThemeColors::of(widget->palette()).text);
}

} // namespace

ConsoleMenu::ConsoleMenu(ConsoleView *view)
    : QMenu(view)
    , m_view(view)
{
    addCopying();
    addSeparator();
    addTravel();
    addBookmarks();
    addSeparator();
    addTimes();
    addSeparator();
    addSaving();
}

void ConsoleMenu::addCopying()
{
    auto *copy = addAction(iconFor(this, Icon::Copy), tr("Copy"), m_view, &ConsoleView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!m_view->selection().isEmpty());
    auto *numbers = addAction(tr("Copy with line numbers and times"), m_view, &ConsoleView::setCopyingNumbers);
    numbers->setCheckable(true);
    numbers->setChecked(m_view->isCopyingNumbers());
    auto *all = addAction(tr("Select all"), m_view, &ConsoleView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
}

void ConsoleMenu::addTravel()
{
    const bool any = m_view->store() && m_view->store()->failureCount() > 0;
    ConsoleView *view = m_view;
    addAction(tr("Next failure"), QKeySequence(u"F8"_s), view, [view] { view->goToFailure(1); })->setEnabled(any);
    addAction(tr("Previous failure"), QKeySequence(u"Shift+F8"_s), view, [view] {
        view->goToFailure(-1);
    })->setEnabled(any);
}

void ConsoleMenu::addBookmarks()
{
    ConsoleView *view = m_view;
    const Bookmarks *bookmarks = view->bookmarks();
    if (!bookmarks)
        return;
    const bool marked = bookmarks->contains(view->currentLine());
    const bool any = !bookmarks->lines().isEmpty();
    addSeparator();
    addAction(iconFor(this, Icon::Bookmark), marked ? tr("Remove the bookmark") : tr("Set a bookmark"),
              QKeySequence(u"Ctrl+B"_s), view, &ConsoleView::toggleBookmark);
    addAction(tr("Note of the bookmark…"), QKeySequence(u"Ctrl+Shift+B"_s), view, &ConsoleView::editBookmarkNote);
    addAction(tr("Next bookmark"), QKeySequence(u"F2"_s), view, [view] { view->goToBookmark(1); })->setEnabled(any);
    addAction(tr("Previous bookmark"), QKeySequence(u"Shift+F2"_s), view, [view] {
        view->goToBookmark(-1);
    })->setEnabled(any);
}

void ConsoleMenu::addTimes()
{
    ConsoleView *view = m_view;
    QMenu *menu = addMenu(iconFor(this, Icon::Clock), tr("Time column"));
    const std::array<std::pair<ConsoleTime, QString>, 3> times{{
        {ConsoleTime::SinceBoot, tr("Since the boot began")},
        {ConsoleTime::Arrival, tr("When it arrived")},
        {ConsoleTime::Difference, tr("Since the line before")},
    }};
    for (const auto &[time, text] : times) {
        auto *action = menu->addAction(text, view, [view, shown = time] { view->setTimeColumn(shown); });
        action->setCheckable(true);
        action->setChecked(view->timeColumn() == time);
    }
}

void ConsoleMenu::addSaving()
{
    addAction(tr("Save the selection…"), m_view, &ConsoleView::saveSelectionWanted)
        ->setEnabled(!m_view->selection().isEmpty());
    addAction(iconFor(this, Icon::Save), tr("Save the log…"), m_view, &ConsoleView::saveWanted)
        ->setEnabled(m_view->store() && m_view->store()->lineCount() > 0);
}

} // namespace portlight
