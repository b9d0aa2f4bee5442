// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/RuleLibrary.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace portlight {

/// The highlighting rules: what each one means and which lines it is tried on, a switch for each, what is wrong with
/// the user's own, and the way to their folder. GUI thread.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `library` outlives it.
    explicit RulesDialog(RuleLibrary &library, QWidget *parent = nullptr);

    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QString detailText() const;
    [[nodiscard]] QString problemText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void updateLook();
    void refresh();
    void showRule(int row);
    void openFolder();

    RuleLibrary &m_library;
    QListWidget *m_list;
    QLabel *m_detail;
    QLabel *m_problems;
    QPushButton *m_open;
    bool m_filling = false;
};

} // namespace portlight
