// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace portlight {

/// What the viewer says when there is no live picture: a sentence, what is being tried, and where needed the question
/// for the password.
class ViewerNotice : public FloatingCard
{
    Q_OBJECT

public:
    explicit ViewerNotice(QWidget *parent = nullptr);

    void setMessage(const QString &title, const QString &detail);
    /// Shows or hides the password field; it gets the focus when it appears.
    void setPasswordAsked(bool asked);
    [[nodiscard]] bool isPasswordAsked() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;

Q_SIGNALS:
    void passwordGiven(const QByteArray &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshFonts();
    void give();

    QLabel *m_title;
    QLabel *m_detail;
    QWidget *m_question;
    QLineEdit *m_password;
    QPushButton *m_connect;
};

} // namespace portlight
