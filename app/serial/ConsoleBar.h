// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace portlight {

class ConsoleActions;
class SearchField;

/// The bar above the log. Knows nothing of the log; shows what it is told and says what the user wants. Where it is too
/// narrow for all its buttons, those go that the menu at its end has, too. GUI thread.
class ConsoleBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleBar(ConsoleActions *actions, QWidget *parent = nullptr);

    /// `current` counts from 0; -1 when the log is empty.
    void setBoots(const QList<SerialBoot> &boots, int current);
    void setFailureCount(qint64 count);
    /// The current line has a bookmark.
    void setBookmarked(bool bookmarked);
    /// What is wrong with the search, below the field; empty for nothing.
    void setProblem(const QString &text);
    void focusSearch();
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] QString problemText() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void bootWanted(qint64 firstLine);
    void failureWanted(int direction);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildButtons(QHBoxLayout *row);
    QPushButton *addToggle(QHBoxLayout *row, QAction *action, const QString &text);
    void updateIcons();
    void updateTexts();
    [[nodiscard]] QString bootsText(int level) const;
    [[nodiscard]] QString failuresText(int level) const;
    void fit();
    void applyLevel(int level);

    ConsoleActions *m_actions;
    QHBoxLayout *m_row;
    QPushButton *m_boots;
    QMenu *m_bootMenu;
    SearchField *m_search;
    QPushButton *m_filter;
    QPushButton *m_failures;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_bookmark;
    QPushButton *m_wrap;
    QPushButton *m_follow;
    QPushButton *m_view;
    QLabel *m_problem;
    qint64 m_failureCount = 0;
    int m_bootCount = 0;
    int m_currentBoot = -1;
    int m_level = 0; ///< How narrow it is: from 0, everything fits.
    bool m_bookmarked = false;
    QList<qint64> m_bootLines; ///< What the menu was built for.
};

} // namespace portlight
