// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/LoginCard.h"

#include "desktop/IconSentence.h"
#include "settings/Theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

LoginCard::LoginCard(QWidget *parent)
    : QuestionCard(parent)
    , m_problem(new IconSentence(this))
    , m_target(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_way(new IconSentence(this))
    , m_remember(new QCheckBox(tr("Remember in the &keyring"), this))
    , m_keyring(new IconSentence(this))
    , m_connect(addButton(tr("Connect")))
    , m_forget(addButton(tr("&Forget the remembered one")))
{
    m_password->setEchoMode(QLineEdit::Password);
    middle()->addWidget(m_problem);
    addField(m_target, tr("Name of the machine (may be empty)"));
    addField(m_user, tr("User name"));
    addField(m_password, tr("Password"));
    middle()->addWidget(m_way);
    middle()->addWidget(m_remember);
    middle()->addWidget(m_keyring);
    m_connect->setProperty("accent", true);
    m_forget->setProperty("quiet", true);
    QWidget *const order[] = {m_target, m_user, m_password, m_remember, m_forget, m_connect, cancelButton()};
    for (std::size_t at = 1; at < std::size(order); ++at)
        setTabOrder(order[at - 1], order[at]);
    connect(m_user, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &QLineEdit::returnPressed, this, &LoginCard::give);
    connect(m_connect, &QPushButton::clicked, this, &LoginCard::give);
    connect(m_forget, &QPushButton::clicked, this, &LoginCard::forgetRequested);
}

void LoginCard::addField(QLineEdit *field, const QString &name)
{
    field->setPlaceholderText(name);
    field->setAccessibleName(name);
    middle()->addWidget(field);
}

void LoginCard::setQuestion(const Question &question)
{
    const rfb::LoginRequest &request = question.request;
    setTexts(request.needsUser ? tr("%1 asks for a user name and a password.").arg(question.name)
                               : tr("%1 asks for a password.").arg(question.name),
             {});
    m_problem->setSentence(Icon::Cross, &ThemeColors::failing, question.problem);
    m_target->setVisible(request.needsTarget);
    m_user->setVisible(request.needsUser);
    if (m_user->text().isEmpty() && !m_user->isModified())
        m_user->setText(question.user);
    const QString method = request.method.isEmpty() ? tr("VNC") : request.method;
    if (request.isEncrypted)
        m_way->setSentence(Icon::Lock, &ThemeColors::dim, tr("It travels encrypted (%1).").arg(method));
    else
        m_way->setSentence(
            Icon::Triangle, &ThemeColors::warning,
            tr("The connection is not encrypted (%1): whoever is on the way can find it out.").arg(method));
    m_remember->setEnabled(question.hasKeyring);
    if (!question.hasKeyring)
        m_remember->setChecked(false);
    m_keyring->setSentence(Icon::Question, &ThemeColors::dim,
                           question.hasKeyring ? QString()
                                               : tr("No keyring (Secret Service) runs in this session, and Portlight "
                                                    "keeps passwords nowhere else."));
    m_forget->setVisible(question.hasRemembered);
    adjustSize();
}

QWidget *LoginCard::firstFocus() const
{
    return m_user->isVisibleTo(this) && m_user->text().isEmpty() ? m_user : m_password;
}

void LoginCard::hideEvent(QHideEvent *event)
{
    // Nobody finds it there later.
    m_password->clear();
    QuestionCard::hideEvent(event);
}

void LoginCard::refreshLook()
{
    QuestionCard::refreshLook();
    adjustSize();
}

void LoginCard::give()
{
    rfb::Login login;
    login.user = m_user->isVisibleTo(this) ? m_user->text() : QString();
    login.target = m_target->isVisibleTo(this) ? m_target->text() : QString();
    // An empty password is an answer too; a null one is none.
    login.password = m_password->text().isEmpty() ? QByteArray("") : m_password->text().toUtf8();
    const bool remember = m_remember->isChecked();
    m_password->clear();
    Q_EMIT given(login, remember);
}

QString LoginCard::problem() const
{
    return m_problem->sentence();
}

QString LoginCard::wayText() const
{
    return m_way->sentence();
}

QString LoginCard::keyringText() const
{
    return m_keyring->sentence();
}

} // namespace portlight
