// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace portlight {

/// A question inside the page instead of a box in front of it: a title, a sentence, what the question needs, and
/// buttons. The last one always takes nothing upon itself, has the keyboard, and is what Escape presses.
class QuestionCard : public FloatingCard
{
    Q_OBJECT

public:
    explicit QuestionCard(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &detail);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;
    /// Stands before the buttons that were added earlier and the one that cancels.
    QPushButton *addButton(const QString &text);
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    /// Shows it and gives it the keyboard, unless somebody types elsewhere in the window.
    void ask();

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Between the sentence and the buttons.
    [[nodiscard]] QVBoxLayout *middle() const { return m_middle; }
    /// What gets the keyboard when it appears.
    [[nodiscard]] virtual QWidget *firstFocus() const;
    /// Fonts and colours anew, after the look has changed.
    virtual void refreshLook();

private:
    QLabel *m_title;
    QLabel *m_detail;
    QVBoxLayout *m_middle;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
};

} // namespace portlight
