// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleTime.h"

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QMenu;

namespace portlight {

/// What there is to do with a console: the actions that its bar, its menus and its keys share. The page connects them.
/// GUI thread.
class ConsoleActions : public QObject
{
    Q_OBJECT

public:
    static constexpr int Silences[] = {1, 5, 30, 120}; ///< Seconds.

    explicit ConsoleActions(QObject *parent = nullptr);

    /// Checkable: how the log is shown.
    [[nodiscard]] QAction *wrap() const { return m_wrap; }
    [[nodiscard]] QAction *follow() const { return m_follow; }
    [[nodiscard]] QAction *filter() const { return m_filter; }
    [[nodiscard]] QAction *terminal() const { return m_terminal; }
    [[nodiscard]] QAction *vmm() const { return m_vmm; }
    [[nodiscard]] QAction *notices() const { return m_notices; }
    [[nodiscard]] QAction *numbers() const { return m_numbers; }
    [[nodiscard]] QAction *copyNumbers() const { return m_copyNumbers; }
    /// One of three is checked.
    [[nodiscard]] QAction *time(ConsoleTime time) const { return m_times[size_t(time)]; }
    /// From how many seconds on a silence has a notice of its own: one of Silences.
    [[nodiscard]] int silence() const;
    /// To the nearest of Silences.
    void setSilence(int seconds);
    /// For the current line.
    [[nodiscard]] QAction *bookmark() const { return m_bookmark; }
    [[nodiscard]] QAction *bookmarkNote() const { return m_bookmarkNote; }
    [[nodiscard]] QAction *nextBookmark() const { return m_nextBookmark; }
    [[nodiscard]] QAction *previousBookmark() const { return m_previousBookmark; }
    [[nodiscard]] QAction *copyBookmarks() const { return m_copyBookmarks; }
    [[nodiscard]] QAction *save() const { return m_save; }
    [[nodiscard]] QAction *saveSelection() const { return m_saveSelection; }
    [[nodiscard]] QAction *rules() const { return m_rules; }
    [[nodiscard]] QAction *forgetSearches() const { return m_forgetSearches; }

    /// Everything that has no button of its own, and what has one, for windows too narrow for buttons.
    void fill(QMenu *menu) const;
    void updateIcons(const QPalette &palette);

Q_SIGNALS:
    void timeChosen(portlight::ConsoleTime time);
    void silenceChosen(int seconds);

private:
    QAction *add(const QString &text, const QString &keys = {});
    QAction *addToggle(const QString &text, bool checked, const QString &keys = {});
    void addTimes();
    void addSilences();

    QAction *m_wrap;
    QAction *m_follow;
    QAction *m_filter;
    QAction *m_terminal;
    QAction *m_vmm;
    QAction *m_notices;
    QAction *m_numbers;
    QAction *m_copyNumbers;
    QActionGroup *m_timeGroup;
    std::array<QAction *, 3> m_times{};
    QActionGroup *m_silenceGroup;
    QAction *m_bookmark;
    QAction *m_bookmarkNote;
    QAction *m_nextBookmark;
    QAction *m_previousBookmark;
    QAction *m_copyBookmarks;
    QAction *m_save;
    QAction *m_saveSelection;
    QAction *m_rules;
    QAction *m_forgetSearches;
};

} // namespace portlight
