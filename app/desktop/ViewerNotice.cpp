// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerNotice.h"

#include "settings/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

ViewerNotice::ViewerNotice(QWidget *parent)
    : FloatingCard(parent)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_question(new QWidget(this))
    , m_password(new QLineEdit(m_question))
    , m_connect(new QPushButton(tr("Connect"), m_question))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setTextFormat(Qt::PlainText);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setMinimumWidth(340);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password of the desktop"));
    m_password->setAccessibleName(tr("Password of the desktop"));
    m_connect->setProperty("accent", true);
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 8, 0, 0);
    question->addWidget(m_password, 1);
    question->addWidget(m_connect);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addWidget(m_question);
    m_question->hide();
    connect(m_password, &QLineEdit::returnPressed, this, &ViewerNotice::give);
    connect(m_connect, &QPushButton::clicked, this, &ViewerNotice::give);
    refreshFonts();
}

void ViewerNotice::setMessage(const QString &title, const QString &detail)
{
    if (title == m_title->text() && detail == m_detail->text())
        return;
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(detail);
    adjustSize();
}

void ViewerNotice::setPasswordAsked(bool asked)
{
    if (asked == isPasswordAsked())
        return;
    m_question->setVisible(asked);
    m_password->clear();
    if (asked)
        m_password->setFocus();
    adjustSize();
}

bool ViewerNotice::isPasswordAsked() const
{
    return m_question->isVisibleTo(this);
}

QString ViewerNotice::title() const
{
    return m_title->text();
}

QString ViewerNotice::detail() const
{
    return m_detail->text();
}

void ViewerNotice::give()
{
    const QByteArray password = m_password->text().toUtf8();
    m_password->clear();
    if (!password.isEmpty())
        Q_EMIT passwordGiven(password);
}

void ViewerNotice::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshFonts(); }, Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void ViewerNotice::refreshFonts()
{
    m_title->setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    ThemeColors::setTextColor(m_detail, ThemeColors::of(palette()).dim);
}

} // namespace portlight
