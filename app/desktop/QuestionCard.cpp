// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/QuestionCard.h"

#include "settings/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

QuestionCard::QuestionCard(QWidget *parent)
    : FloatingCard(parent)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_middle(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    for (QLabel *label : {m_title, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(ThemeMetrics::length(420, font()));
    }
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_cancel);
    m_cancel->setAutoDefault(true);
    m_middle->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addLayout(m_middle);
    layout->addSpacing(8);
    layout->addLayout(m_buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QuestionCard::cancelled);
    QuestionCard::refreshLook();
    hide();
}

void QuestionCard::setTexts(const QString &title, const QString &detail)
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

QString QuestionCard::title() const
{
    return m_title->text();
}

QString QuestionCard::detail() const
{
    return m_detail->text();
}

QPushButton *QuestionCard::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(true);
    m_buttons->insertWidget(1, button);
    setTabOrder(button, m_cancel);
    return button;
}

void QuestionCard::ask()
{
    const bool appears = isHidden();
    show();
    raise();
    if (!appears)
        return;
    const QWidget *typing = window()->focusWidget();
    if (typing == nullptr || typing == window() || parentWidget()->isAncestorOf(typing) || !typing->isVisible())
        firstFocus()->setFocus(Qt::OtherFocusReason);
}

QWidget *QuestionCard::firstFocus() const
{
    return m_cancel;
}

void QuestionCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        FloatingCard::keyPressEvent(event);
}

void QuestionCard::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshLook(); }, Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void QuestionCard::refreshLook()
{
    m_title->setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    const ThemeColors &colors = ThemeColors::of(palette());
    ThemeColors::setTextColor(m_title, isAlarming() ? colors.failing : colors.text);
    ThemeColors::setTextColor(m_detail, ThemeColors::of(palette()).dim);
}

} // namespace portlight
