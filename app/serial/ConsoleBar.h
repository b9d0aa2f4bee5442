// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;

namespace portlight {

/// The bar above the log. Knows nothing of the log; shows what it is told and says what the user wants. GUI thread.
class ConsoleBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleBar(QWidget *parent = nullptr);

    /// `current` counts from 0; -1 when the log is empty.
    void setBoots(const QList<SerialBoot> &boots, int current);
    void setFailureCount(qint64 count);
    void setWrapping(bool wrapping);
    void setFollowing(bool following);
    void focusSearch();
    [[nodiscard]] QString searchText() const;

Q_SIGNALS:
    void bootWanted(qint64 firstLine);
    void searchChanged(const QString &text);
    /// Enter (1) or Shift+Enter (-1) in the search field.
    void matchWanted(int direction);
    void failureWanted(int direction);
    void wrappingWanted(bool wrapping);
    void followingWanted(bool following);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch(QHBoxLayout *row);
    void buildButtons(QHBoxLayout *row);
    void updateIcons();

    QPushButton *m_boots;
    QMenu *m_bootMenu;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QPushButton *m_failures;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_wrap;
    QPushButton *m_follow;
    qint64 m_failureCount = 0;
    QList<qint64> m_bootLines; ///< What the menu was built for.
};

} // namespace portlight
