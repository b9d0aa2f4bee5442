// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleView that deals with its menu, bookmarks and tooltips.
#include "serial/Bookmarks.h"
#include "serial/ConsoleMenu.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "serial/HeatStrip.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QInputDialog>
#include <QToolTip>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

void ConsoleView::contextMenuEvent(QContextMenuEvent *event)
{
    ConsoleMenu menu(this);
    menu.exec(event->globalPos());
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
