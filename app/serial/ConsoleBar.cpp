// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleBar.h"

#include "serial/ConsoleTexts.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

namespace portlight {

namespace {

QPushButton *addButton(QHBoxLayout *row, const QString &text, const QString &toolTip, const char *kind = nullptr)
{
    auto *button = new QPushButton(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.isEmpty() ? toolTip : text);
    if (kind)
        button->setProperty(kind, true);
    row->addWidget(button);
    return button;
}

} // namespace

ConsoleBar::ConsoleBar(QWidget *parent)
    : QWidget(parent)
    , m_bootMenu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    const int space = ThemeMetrics::length(8, font());
    row->setContentsMargins(12, space - 1, 12, space);
    row->setSpacing(space);
    m_boots = addButton(row, {}, tr("The boots in this log"));
    m_boots->setLayoutDirection(Qt::RightToLeft);
    m_boots->setMenu(m_bootMenu);
    m_boots->setIconSize(ThemeMetrics::buttonIcon(font()));
    buildSearch(row);
    buildButtons(row);
    setBoots({}, -1);
    setFailureCount(0);
    updateIcons();
}

void ConsoleBar::buildSearch(QHBoxLayout *row)
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the log"));
    m_search->setToolTip(tr("Enter finds the next match, Shift+Enter the previous one"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_searchIcon = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &ConsoleBar::searchChanged);
    row->addWidget(m_search, 1);
}

void ConsoleBar::buildButtons(QHBoxLayout *row)
{
    m_failures = addButton(row, {}, tr("To the first failure"));
    m_failures->setIconSize(ThemeMetrics::buttonIcon(font()));
    m_up = addButton(row, {}, tr("Previous failure (Shift+F8)"), "square");
    m_down = addButton(row, {}, tr("Next failure (F8)"), "square");
    m_wrap = addButton(row, tr("Wrap"), tr("Breaks lines that are longer than the window is wide"));
    m_follow = addButton(row, tr("Follow"), tr("Stays at the end of the log as it grows (End)"));
    m_wrap->setCheckable(true);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_failures, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(1); });
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(1); });
    connect(m_wrap, &QPushButton::toggled, this, &ConsoleBar::wrappingWanted);
    connect(m_follow, &QPushButton::toggled, this, &ConsoleBar::followingWanted);
}

void ConsoleBar::setBoots(const QList<SerialBoot> &boots, int current)
{
    const int count = int(boots.size());
    m_boots->setEnabled(count > 0);
    m_boots->setText(count == 0 ? tr("No boot") : ConsoleTexts::boot(current + 1, count));
    QList<qint64> lines;
    for (const SerialBoot &boot : boots)
        lines.append(boot.firstLine);
    if (lines == m_bootLines)
        return;
    m_bootLines = lines;
    m_bootMenu->clear();
    constexpr int MostEntries = 50;
    for (int i = count - 1; i >= 0 && i >= count - MostEntries; --i) {
        const SerialBoot &boot = boots[i];
        QString text = tr("Boot %1, from line %2").arg(i + 1).arg(boot.firstLine + 1);
        if (boot.arrival.isValid())
            text = tr("Boot %1 at %2, from line %3")
                       .arg(QString::number(i + 1),
                            QLocale().toString(boot.arrival.toLocalTime().time(), QLocale::ShortFormat),
                            QString::number(boot.firstLine + 1));
        QAction *action = m_bootMenu->addAction(text, this, [this, line = boot.firstLine] { Q_EMIT bootWanted(line); });
        action->setToolTip(boot.kernel);
    }
}

void ConsoleBar::setFailureCount(qint64 count)
{
    m_failures->setText(ConsoleTexts::failures(count));
    for (QPushButton *button : {m_failures, m_up, m_down})
        button->setEnabled(count > 0);
    const bool changed = (count > 0) != (m_failureCount > 0);
    m_failureCount = count;
    if (changed)
        updateIcons();
}

void ConsoleBar::setWrapping(bool wrapping)
{
    const QSignalBlocker blocker(m_wrap);
    m_wrap->setChecked(wrapping);
}

void ConsoleBar::setFollowing(bool following)
{
    const QSignalBlocker blocker(m_follow);
    m_follow->setChecked(following);
}

void ConsoleBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString ConsoleBar::searchText() const
{
    return m_search->text();
}

bool ConsoleBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool back = key->modifiers().testFlag(Qt::ShiftModifier);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F3) {
            Q_EMIT matchWanted(back ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_F8) {
            Q_EMIT failureWanted(back ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConsoleBar::updateIcons()
{
    const ThemeColors &theme = ThemeColors::of(palette());
    m_boots->setIcon(Icons::icon(Icon::ChevronDown, theme.text, theme.dim));
    m_searchIcon->setIcon(Icons::icon(Icon::Search, theme.dim));
    m_up->setIcon(Icons::icon(Icon::ChevronUp, theme.text, theme.dim));
    m_down->setIcon(Icons::icon(Icon::ChevronDown, theme.text, theme.dim));
    const bool failing = m_failureCount > 0;
    m_failures->setIcon(failing ? Icons::icon(Icon::Cross, theme.failing) : Icons::icon(Icon::Check, theme.dim));
    // The application's style sheet sets the colour of buttons and knows this property.
    if (m_failures->property("failing").toBool() != failing) {
        m_failures->setProperty("failing", failing);
        m_failures->style()->unpolish(m_failures);
        m_failures->style()->polish(m_failures);
    }
}

void ConsoleBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

} // namespace portlight
