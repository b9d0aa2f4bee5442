// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/SearchField.h"

#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

namespace portlight {

namespace {

constexpr int tallySpace = 6;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_history(new QStringListModel(this))
    , m_proposals(new QCompleter(m_history, this))
{
    setPlaceholderText(tr("Search: text, /regex/, and or not"));
    setAccessibleName(tr("Search in the log"));
    setToolTip(tr("Words and “quoted text”, /regular expressions/, and, or, not, "
                  "parentheses, class:failure.\n"
                  "A capital letter asks for the case as written.\n"
                  "Enter goes to the next match, Shift+Enter to the previous "
                  "one, Down shows earlier searches."));
    setClearButtonEnabled(true);
    m_proposals->setCaseSensitivity(Qt::CaseInsensitive);
    m_proposals->setFilterMode(Qt::MatchContains);
    m_proposals->setMaxVisibleItems(10);
    setCompleter(m_proposals);
    connect(this, &QLineEdit::textChanged, this, [this] {
        setErrorAt(-1);
        makeRoom();
    });
    updateIcons();
}

void SearchField::setHistory(const QStringList &history)
{
    if (history != m_history->stringList())
        m_history->setStringList(history);
}

QStringList SearchField::history() const
{
    return m_history->stringList();
}

void SearchField::setTally(const QString &text)
{
    if (m_tally == text)
        return;
    m_tally = text;
    setAccessibleDescription(text);
    makeRoom();
    update();
}

void SearchField::setErrorAt(int position)
{
    if (m_errorAt == position)
        return;
    m_errorAt = position;
    update();
}

bool SearchField::event(QEvent *event)
{
    // The window may use the same keys; in the field they mean the log.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F3 || key == Qt::Key_F8) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        if (m_proposals->popup()->isVisible())
            m_proposals->popup()->hide();
        Q_EMIT matchWanted(direction);
        return;
    case Qt::Key_F8:
        Q_EMIT failureWanted(direction);
        return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT leaveWanted();
        else
            clear();
        return;
    case Qt::Key_Down:
        m_proposals->setCompletionPrefix(text());
        m_proposals->complete();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

int SearchField::rightEdge() const
{
    int edge = width() - tallySpace;
    for (const QToolButton *button : findChildren<QToolButton *>()) {
        if (button->isVisibleTo(this) && button->x() > width() / 2)
            edge = std::min(edge, button->x());
    }
    return edge;
}

void SearchField::makeRoom()
{
    const int needed = m_tally.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_tally) + 2 * tallySpace;
    const bool fits = needed < width() / 2;
    setTextMargins(0, 0, fits ? needed : 0, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    if (const int room = textMargins().right(); room > 0) {
        painter.setPen(theme.dim);
        const int right = rightEdge() - tallySpace;
        painter.drawText(QRect(right - room, 0, room, height()), Qt::AlignRight | Qt::AlignVCenter, m_tally);
    }
    if (m_errorAt < 0)
        return;
    // The field scrolls; the cursor is the one place of the text that it tells.
    const QString shown = text();
    const int origin = cursorRect().center().x() - fontMetrics().horizontalAdvance(shown.left(cursorPosition()));
    const int left = origin + fontMetrics().horizontalAdvance(shown.left(m_errorAt));
    const int length =
        std::max(fontMetrics().horizontalAdvance(shown.mid(m_errorAt, 1)), fontMetrics().averageCharWidth());
    const qreal bottom = (height() + fontMetrics().height()) / 2.0;
    QPainterPath wave(QPointF(left, bottom));
    for (int x = 0; x < length; x += 2)
        wave.lineTo(left + x + 2, bottom + (x % 4 == 0 ? 2 : 0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.failing, 1.5));
    painter.drawPath(wave);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    makeRoom();
}

void SearchField::updateIcons()
{
    m_icon->setIcon(Icons::icon(Icon::Search, ThemeColors::of(palette()).dim));
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        updateIcons();
}

} // namespace portlight
