// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleView that deals with its menu, bookmarks and tooltips.
#include "serial/Bookmarks.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "serial/HeatStrip.h"
#include "settings/Icons.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QInputDialog>
#include <QMenu>
#include <QToolTip>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

void ConsoleView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QColor color = m_cache.colors().theme().text;
    const bool selected = !m_selection.isEmpty();
    auto *copy = menu.addAction(Icons::icon(Icon::Copy, color), tr("Copy"), this, &ConsoleView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selected);
    auto *numbers = menu.addAction(tr("Copy with line numbers and times"), this, &ConsoleView::setCopyingNumbers);
    numbers->setCheckable(true);
    numbers->setChecked(m_copyNumbers);
    auto *all = menu.addAction(tr("Select all"), this, &ConsoleView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu.addSeparator();
    const bool failures = m_store && m_store->failureCount() > 0;
    menu.addAction(tr("Next failure"), QKeySequence(u"F8"_s), this, [this] { goToFailure(1); })->setEnabled(failures);
    menu.addAction(tr("Previous failure"), QKeySequence(u"Shift+F8"_s), this, [this] { goToFailure(-1); })
        ->setEnabled(failures);
    addBookmarkActions(menu);
    addTimeActions(*menu.addMenu(Icons::icon(Icon::Clock, color), tr("Time column")));
    menu.addSeparator();
    menu.addAction(tr("Save the selection…"), this, &ConsoleView::saveSelectionWanted)->setEnabled(selected);
    menu.addAction(Icons::icon(Icon::Save, color), tr("Save the log…"), this, &ConsoleView::saveWanted)
        ->setEnabled(m_rows.lineCount() > 0);
    menu.exec(event->globalPos());
}

void ConsoleView::addBookmarkActions(QMenu &menu)
{
    if (!m_bookmarks)
        return;
    const bool marked = m_bookmarks->contains(m_currentLine);
    const bool any = !m_bookmarks->lines().isEmpty();
    const QIcon icon = Icons::icon(Icon::Bookmark, m_cache.colors().theme().text);
    menu.addSeparator();
    menu.addAction(icon, marked ? tr("Remove the bookmark") : tr("Set a bookmark"), QKeySequence(u"Ctrl+B"_s), this,
                   &ConsoleView::toggleBookmark);
    menu.addAction(tr("Note of the bookmark…"), QKeySequence(u"Ctrl+Shift+B"_s), this, &ConsoleView::editBookmarkNote);
    menu.addAction(tr("Next bookmark"), QKeySequence(u"F2"_s), this, [this] { goToBookmark(1); })->setEnabled(any);
    menu.addAction(tr("Previous bookmark"), QKeySequence(u"Shift+F2"_s), this, [this] { goToBookmark(-1); })
        ->setEnabled(any);
    menu.addSeparator();
}

void ConsoleView::addTimeActions(QMenu &menu)
{
    const auto add = [&](const QString &text, ConsoleTime time) {
        auto *action = menu.addAction(text, this, [this, time] { setTimeColumn(time); });
        action->setCheckable(true);
        action->setChecked(m_time == time);
    };
    add(tr("Since the boot began"), ConsoleTime::SinceBoot);
    add(tr("When it arrived"), ConsoleTime::Arrival);
    add(tr("Since the line before"), ConsoleTime::Difference);
}

void ConsoleView::setBookmarks(Bookmarks *bookmarks)
{
    if (m_bookmarks)
        disconnect(m_bookmarks, nullptr, this, nullptr);
    m_bookmarks = bookmarks;
    m_strip->setBookmarks(bookmarks);
    viewport()->update();
    if (!bookmarks)
        return;
    connect(bookmarks, &Bookmarks::changed, this, [this] {
        m_strip->setBookmarks(m_bookmarks);
        viewport()->update();
    });
}

void ConsoleView::toggleBookmark()
{
    const qint64 line = m_currentLine >= 0 ? m_currentLine : firstVisibleLine();
    if (m_bookmarks && line >= 0)
        m_bookmarks->toggle(line);
}

void ConsoleView::editBookmarkNote()
{
    const qint64 line = m_currentLine >= 0 ? m_currentLine : firstVisibleLine();
    if (!m_bookmarks || line < 0)
        return;
    bool accepted = false;
    const QString note = QInputDialog::getText(this, tr("Note of the bookmark"), spokenLine(line).left(100),
                                               QLineEdit::Normal, m_bookmarks->note(line), &accepted);
    if (accepted)
        m_bookmarks->setNote(line, note);
}

QString ConsoleView::toolTipAt(const QPointF &point) const
{
    const ConsolePosition position = positionAt(point);
    QString text = ConsoleTexts::explain(lineIn(m_rows.rowOf(position.line))->data);
    if (m_bookmarks && m_bookmarks->contains(position.line)) {
        const QString note = m_bookmarks->note(position.line);
        text += u'\n' + (note.isEmpty() ? tr("A bookmark.") : tr("A bookmark: %1").arg(note));
    } else if (m_bookmarks && point.x() < m_metrics.markRight) {
        text += u'\n' + tr("Click to set a bookmark.");
    }
    return text;
}

bool ConsoleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(QPointF(viewport()->width(), 0));
    if (event->type() == QEvent::ToolTip && m_rows.count() > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // Over the text a tooltip would only be in the way.
        if (help->pos().x() < m_metrics.textLeft)
            QToolTip::showText(help->globalPos(), toolTipAt(help->pos()).toHtmlEscaped().replace(u'\n', u"<br>"_s));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace portlight
