// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleActions.h"

#include "serial/ConsoleTexts.h"
#include "settings/ConsoleOptions.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <cstdlib>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsoleActions::ConsoleActions(QObject *parent)
    : QObject(parent)
    , m_wrap(addToggle(tr("&Wrap long lines"), false))
    , m_follow(addToggle(tr("&Follow the end"), true))
    , m_filter(addToggle(tr("&Matching lines below"), false, u"Ctrl+Shift+F"_s))
    , m_terminal(addToggle(tr("As a &terminal"), false))
    , m_vmm(addToggle(tr("&Lines of the hypervisor"), true))
    , m_notices(addToggle(tr("&Notices of boots and silence"), true))
    , m_numbers(addToggle(tr("Line n&umbers"), true))
    , m_copyNumbers(addToggle(tr("&Copy with number and time"), false))
    , m_timeGroup(new QActionGroup(this))
    , m_silenceGroup(new QActionGroup(this))
    , m_bookmark(add(tr("Set or remove a &bookmark"), u"Ctrl+B"_s))
    , m_bookmarkNote(add(tr("N&ote of the bookmark…"), u"Ctrl+Shift+B"_s))
    , m_nextBookmark(add(tr("Ne&xt bookmark"), u"F2"_s))
    , m_previousBookmark(add(tr("&Previous bookmark"), u"Shift+F2"_s))
    , m_copyBookmarks(add(tr("Cop&y all bookmarks")))
    , m_save(add(tr("&Save the log…")))
    , m_saveSelection(add(tr("Save the s&election…")))
    , m_rules(add(tr("&Highlighting rules…")))
    , m_forgetSearches(add(tr("Forget earlier sea&rches")))
{
    addTimes();
    addSilences();
    m_wrap->setToolTip(tr("Breaks lines that are longer than the window is wide"));
    m_follow->setToolTip(tr("Stays at the end of the log as it grows (End)"));
    m_filter->setToolTip(tr("Shows the matching lines alone below the log (Ctrl+Shift+F)"));
    m_bookmark->setToolTip(tr("Sets a bookmark at the current line, or removes it (Ctrl+B)"));
}

void ConsoleActions::addTimes()
{
    const std::pair<ConsoleTime, QString> times[] = {{ConsoleTime::SinceBoot, tr("Time since the &boot")},
                                                     {ConsoleTime::Arrival, tr("Time of &arrival")},
                                                     {ConsoleTime::Difference, tr("Time since the line be&fore")}};
    for (const auto &[time, text] : times) {
        QAction *action = m_timeGroup->addAction(text);
        action->setCheckable(true);
        action->setChecked(time == ConsoleTime::SinceBoot);
        m_times[size_t(time)] = action;
        connect(action, &QAction::triggered, this, [this, time = time] { Q_EMIT timeChosen(time); });
    }
}

void ConsoleActions::addSilences()
{
    for (const int seconds : Silences) {
        QAction *action = m_silenceGroup->addAction(ConsoleTexts::duration(qint64(seconds) * 1000));
        action->setCheckable(true);
        action->setData(seconds);
        connect(action, &QAction::triggered, this, [this, seconds] { Q_EMIT silenceChosen(seconds); });
    }
    setSilence(ConsoleOptions().silence);
    connect(m_notices, &QAction::toggled, m_silenceGroup, &QActionGroup::setEnabled);
}

int ConsoleActions::silence() const
{
    return m_silenceGroup->checkedAction()->data().toInt();
}

void ConsoleActions::setSilence(int seconds)
{
    const auto distance = [seconds](const QAction *action) {
        return std::abs(action->data().toInt() - seconds);
    };
    const QList<QAction *> all = m_silenceGroup->actions();
    (*std::ranges::min_element(all, {}, distance))->setChecked(true);
}

QAction *ConsoleActions::add(const QString &text, const QString &keys)
{
    auto *action = new QAction(text, this);
    // The views answer these keys themselves; here they are only told.
    if (!keys.isEmpty()) {
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetShortcut);
    }
    return action;
}

QAction *ConsoleActions::addToggle(const QString &text, bool checked, const QString &keys)
{
    QAction *action = add(text, keys);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

void ConsoleActions::fill(QMenu *menu) const
{
    menu->addActions({m_wrap, m_follow, m_filter, m_terminal});
    menu->addSeparator();
    menu->addActions({m_vmm, m_notices});
    menu->addMenu(tr("S&ilence is noticed after"))->addActions(m_silenceGroup->actions());
    menu->addSeparator();
    menu->addAction(m_numbers);
    menu->addActions(m_timeGroup->actions());
    menu->addSeparator();
    menu->addActions({m_bookmark, m_bookmarkNote, m_nextBookmark, m_previousBookmark, m_copyBookmarks});
    menu->addSeparator();
    menu->addActions({m_copyNumbers, m_save, m_saveSelection});
    menu->addSeparator();
    menu->addActions({m_rules, m_forgetSearches});
}

void ConsoleActions::updateIcons(const QPalette &palette)
{
    const ThemeColors &theme = ThemeColors::of(palette);
    const std::pair<QAction *, Icon> icons[] = {{m_wrap, Icon::Wrap},     {m_follow, Icon::Follow},
                                                {m_filter, Icon::Filter}, {m_bookmark, Icon::Bookmark},
                                                {m_save, Icon::Save},     {m_copyBookmarks, Icon::Copy}};
    for (const auto &[action, icon] : icons)
        action->setIcon(Icons::icon(icon, theme.text, theme.dim));
}

} // namespace portlight
