// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleBar.h"

#include "serial/ConsoleActions.h"
#include "serial/ConsoleTexts.h"
#include "serial/SearchField.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostBootEntries = 50;
constexpr int LastLevel = 4;

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

/// The application's style sheet knows this property.
void setStyleProperty(QWidget *widget, const char *name, bool value)
{
    if (widget->property(name).toBool() == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString bootText(const SerialBoot &boot, int number)
{
    const QLocale locale;
    QString text =
        ConsoleBar::tr("Boot %1, from line %2").arg(locale.toString(number), locale.toString(boot.firstLine + 1));
    if (boot.arrival.isValid()) {
        const QDateTime local = boot.arrival.toLocalTime();
        const bool today = local.date() == QDate::currentDate();
        text = ConsoleBar::tr("Boot %1 at %2, from line %3")
                   .arg(locale.toString(number),
                        today ? locale.toString(local.time(), QLocale::ShortFormat)
                              : locale.toString(local, QLocale::ShortFormat),
                        locale.toString(boot.firstLine + 1));
    }
    return boot.kernel.isEmpty() ? text : ConsoleBar::tr("%1 · Linux %2", "boot, kernel").arg(text, boot.kernel);
}

} // namespace

ConsoleBar::ConsoleBar(ConsoleActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_row(new QHBoxLayout)
    , m_bootMenu(new QMenu(this))
    , m_search(new SearchField)
    , m_problem(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    const int space = ThemeMetrics::length(8, font());
    column->setContentsMargins(12, space - 1, 12, space);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_row->setSpacing(space);
    m_boots = addButton(m_row, {}, tr("The boots in this log"));
    m_boots->setLayoutDirection(Qt::RightToLeft);
    m_boots->setMenu(m_bootMenu);
    m_row->addWidget(m_search, 1);
    m_search->setMinimumWidth(ThemeMetrics::length(120, font()));
    connect(m_search, &SearchField::failureWanted, this, &ConsoleBar::failureWanted);
    buildButtons(m_row);
    setBoots({}, -1);
    setFailureCount(0);
    updateIcons();
    setTabOrder(m_boots, m_search);
}

QPushButton *ConsoleBar::addToggle(QHBoxLayout *row, QAction *action, const QString &text)
{
    QPushButton *button = addButton(row, text, action->toolTip(), text.isEmpty() ? "square" : nullptr);
    button->setCheckable(true);
    button->setChecked(action->isChecked());
    connect(action, &QAction::toggled, button, &QPushButton::setChecked);
    connect(button, &QPushButton::clicked, action, &QAction::setChecked);
    return button;
}

void ConsoleBar::buildButtons(QHBoxLayout *row)
{
    m_filter = addToggle(row, m_actions->filter(), {});
    m_failures = addButton(row, {}, tr("To the next failure (F8)"));
    m_up = addButton(row, {}, tr("Previous failure (Shift+F8)"), "square");
    m_down = addButton(row, {}, tr("Next failure (F8)"), "square");
    m_bookmark = addButton(row, {}, m_actions->bookmark()->toolTip(), "square");
    m_wrap = addToggle(row, m_actions->wrap(), tr("Wrap"));
    m_follow = addToggle(row, m_actions->follow(), tr("Follow"));
    m_view = addButton(row, {}, tr("More: what is shown, bookmarks, saving"), "square");
    auto *menu = new QMenu(m_view);
    menu->setToolTipsVisible(true);
    m_actions->fill(menu);
    m_view->setMenu(menu);
    for (QPushButton *button : {m_boots, m_failures})
        button->setIconSize(ThemeMetrics::buttonIcon(font()));
    connect(m_failures, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(1); });
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT failureWanted(1); });
    connect(m_bookmark, &QPushButton::clicked, m_actions->bookmark(), &QAction::trigger);
}

void ConsoleBar::setBoots(const QList<SerialBoot> &boots, int current)
{
    m_bootCount = int(boots.size());
    m_currentBoot = current;
    m_boots->setEnabled(m_bootCount > 0);
    updateTexts();
    QList<qint64> lines;
    for (const SerialBoot &boot : boots)
        lines.append(boot.firstLine);
    if (lines == m_bootLines)
        return;
    m_bootLines = lines;
    m_bootMenu->clear();
    for (int i = m_bootCount - 1; i >= 0 && i >= m_bootCount - MostBootEntries; --i)
        m_bootMenu->addAction(bootText(boots[i], i + 1), this,
                              [this, line = boots[i].firstLine] { Q_EMIT bootWanted(line); });
    if (m_bootCount > MostBootEntries)
        m_bootMenu->addAction(tr("%Ln earlier boot(s)", nullptr, m_bootCount - MostBootEntries))->setEnabled(false);
}

void ConsoleBar::setFailureCount(qint64 count)
{
    for (QPushButton *button : {m_failures, m_up, m_down})
        button->setEnabled(count > 0);
    const bool changed = (count > 0) != (m_failureCount > 0);
    m_failureCount = count;
    updateTexts();
    if (changed)
        updateIcons();
}

void ConsoleBar::setBookmarked(bool bookmarked)
{
    if (m_bookmarked == bookmarked)
        return;
    m_bookmarked = bookmarked;
    updateIcons();
}

void ConsoleBar::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString ConsoleBar::problemText() const
{
    return m_problem->text();
}

void ConsoleBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// As narrow as it can be made, not as it is.
QSize ConsoleBar::minimumSizeHint() const
{
    const int squares = 3 * m_view->sizeHint().width();
    return {squares + m_boots->sizeHint().width() + m_search->minimumWidth(), QWidget::minimumSizeHint().height()};
}

QString ConsoleBar::bootsText(int level) const
{
    if (m_bootCount == 0)
        return tr("No boot");
    return level >= 3 ? u"%1/%2"_s.arg(QLocale().toString(m_currentBoot + 1), QLocale().toString(m_bootCount))
                      : ConsoleTexts::boot(m_currentBoot + 1, m_bootCount);
}

QString ConsoleBar::failuresText(int level) const
{
    return level >= 1 ? QLocale().toString(m_failureCount) : ConsoleTexts::failures(m_failureCount);
}

void ConsoleBar::updateTexts()
{
    m_failures->setAccessibleName(failuresText(0));
    m_boots->setAccessibleName(bootsText(0));
    if (m_failures->text() != failuresText(m_level) || m_boots->text() != bootsText(m_level))
        fit();
}

void ConsoleBar::applyLevel(int level)
{
    m_level = level;
    m_boots->setText(bootsText(level));
    m_failures->setText(failuresText(level));
    m_wrap->setVisible(level < 2);
    m_follow->setVisible(level < 2);
    m_up->setVisible(level < 4);
    m_down->setVisible(level < 4);
}

/// Leaves out as little as makes the rest fit.
void ConsoleBar::fit()
{
    const int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    for (int level = 0; level <= LastLevel; ++level) {
        applyLevel(level);
        m_row->invalidate();
        if (m_row->minimumSize().width() <= room)
            break;
    }
}

void ConsoleBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ConsoleBar::updateIcons()
{
    const ThemeColors &theme = ThemeColors::of(palette());
    m_actions->updateIcons(palette());
    m_boots->setIcon(Icons::icon(Icon::ChevronDown, theme.text, theme.dim));
    m_filter->setIcon(Icons::icon(Icon::Filter, theme.text, theme.dim));
    m_up->setIcon(Icons::icon(Icon::ChevronUp, theme.text, theme.dim));
    m_down->setIcon(Icons::icon(Icon::ChevronDown, theme.text, theme.dim));
    m_bookmark->setIcon(Icons::icon(Icon::Bookmark, m_bookmarked ? theme.accent : theme.text, theme.dim));
    m_view->setIcon(Icons::icon(Icon::Dots, theme.text, theme.dim));
    const bool failing = m_failureCount > 0;
    m_failures->setIcon(failing ? Icons::icon(Icon::Cross, theme.failing) : Icons::icon(Icon::Check, theme.dim));
    setStyleProperty(m_failures, "failing", failing);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, theme.failing);
    m_problem->setPalette(red);
}

void ConsoleBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

} // namespace portlight
