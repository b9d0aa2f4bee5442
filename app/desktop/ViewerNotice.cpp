// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerNotice.h"

#include "settings/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

ViewerNotice::ViewerNotice(QWidget *parent)
    : FloatingCard(parent)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_button(new QPushButton(this))
{
    for (QLabel *label : {m_title, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(ThemeMetrics::length(440, font()));
    }
    m_button->setAutoDefault(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    connect(m_button, &QPushButton::clicked, this, &ViewerNotice::buttonPressed);
    refreshFonts();
}

void ViewerNotice::setMessage(const QString &title, const QString &detail, const QString &button)
{
    if (title == m_title->text() && detail == m_detail->text() && button == m_button->text())
        return;
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(detail);
    adjustSize();
}

QString ViewerNotice::title() const
{
    return m_title->text();
}

QString ViewerNotice::detail() const
{
    return m_detail->text();
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
