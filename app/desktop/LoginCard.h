// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/QuestionCard.h"
#include "rfb/LoginRequest.h"

class QCheckBox;
class QLineEdit;

namespace portlight {

class IconSentence;

/// Asks for user name and password of a desktop (and for the machine, where a server stands before several).
class LoginCard : public QuestionCard
{
    Q_OBJECT

public:
    struct Question
    {
        QString name; ///< Of the VM or the address.
        rfb::LoginRequest request;
        QString problem; ///< What the server said about the last answer.
        QString user;    ///< To begin with.
        bool hasKeyring = false;
        bool hasRemembered = false;
    };

    explicit LoginCard(QWidget *parent = nullptr);

    /// May be told again and again; what is typed stays unless the question is another one.
    void setQuestion(const Question &question);

    [[nodiscard]] QLineEdit *user() const { return m_user; }
    [[nodiscard]] QLineEdit *password() const { return m_password; }
    [[nodiscard]] QCheckBox *remember() const { return m_remember; }
    [[nodiscard]] QPushButton *connectButton() const { return m_connect; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString wayText() const;
    [[nodiscard]] QString keyringText() const;

Q_SIGNALS:
    void given(const portlight::rfb::Login &login, bool remember);
    void forgetRequested();

protected:
    [[nodiscard]] QWidget *firstFocus() const override;
    void hideEvent(QHideEvent *event) override;
    void refreshLook() override;

private:
    void give();
    void addField(QLineEdit *field, const QString &name);

    IconSentence *m_problem;
    QLineEdit *m_target;
    QLineEdit *m_user;
    QLineEdit *m_password;
    IconSentence *m_way;
    QCheckBox *m_remember;
    IconSentence *m_keyring;
    QPushButton *m_connect;
    QPushButton *m_forget;
};

} // namespace portlight
