// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

class QLabel;
class QPushButton;

namespace portlight {

/// What the viewer says when there is no live picture: a sentence, what is being tried, and where it helps a button.
class ViewerNotice : public FloatingCard
{
    Q_OBJECT

public:
    explicit ViewerNotice(QWidget *parent = nullptr);

    /// `button`: empty for none.
    void setMessage(const QString &title, const QString &detail, const QString &button = {});
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshFonts();

    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_button;
};

} // namespace portlight
