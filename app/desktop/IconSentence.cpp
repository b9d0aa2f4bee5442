// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/IconSentence.h"

#include "settings/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace portlight {

IconSentence::IconSentence(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_picture, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void IconSentence::setSentence(Icon icon, QColor ThemeColors::*color, const QString &sentence)
{
    m_icon = icon;
    m_color = color;
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
    refresh();
}

QString IconSentence::sentence() const
{
    return m_text->text();
}

void IconSentence::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refresh(); }, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

void IconSentence::refresh()
{
    const QColor color = ThemeColors::of(palette()).*m_color;
    m_picture->setPixmap(Icons::pixmap(m_icon, ThemeMetrics::length(16, font()), color, devicePixelRatioF()));
    ThemeColors::setTextColor(m_text, color);
}

} // namespace portlight
