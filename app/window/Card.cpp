// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Card.h"

#include "settings/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace portlight {

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    auto *heading = new QLabel(title, this);
    heading->setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    m_layout->setContentsMargins(16, 14, 16, 16);
    m_layout->setSpacing(10);
    m_layout->addWidget(heading);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(title);
    clearRows();
}

void Card::clearRows()
{
    if (m_body != nullptr) {
        m_layout->removeWidget(m_body);
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget(this);
    m_rows = new QGridLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(8);
    m_rows->setColumnStretch(2, 1);
    m_rows->setColumnMinimumWidth(1, ThemeMetrics::length(104, font()));
    // Shown as a whole by showRows(): widgets that are added one by one to a visible page appear one by one.
    m_body->hide();
    m_layout->addWidget(m_body);
}

void Card::showRows()
{
    m_body->show();
}

QLabel *Card::valueLabel(const QString &value, bool monospace)
{
    auto *label = new QLabel(value, m_body);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    if (monospace)
        label->setFont(ThemeMetrics::monospace(font(), 12));
    return label;
}

QLabel *Card::addRow(const QString &name, const QString &value, bool monospace)
{
    const int row = m_rows->rowCount();
    auto *title = new QLabel(name, m_body);
    ThemeColors::setTextColor(title, ThemeColors::of(palette()).dim);
    QLabel *label = valueLabel(value, monospace);
    label->setAccessibleName(name);
    m_rows->addWidget(title, row, 0, 1, 2, Qt::AlignTop | Qt::AlignLeft);
    m_rows->addWidget(label, row, 2);
    return label;
}

void Card::addIconRow(const QPixmap &icon, const QString &name, const QString &value)
{
    const int row = m_rows->rowCount();
    auto *picture = new QLabel(m_body);
    picture->setPixmap(icon);
    m_rows->addWidget(picture, row, 0, Qt::AlignTop);
    m_rows->addWidget(new QLabel(name, m_body), row, 1, Qt::AlignTop);
    QLabel *label = valueLabel(value, false);
    ThemeColors::setTextColor(label, ThemeColors::of(palette()).dim);
    m_rows->addWidget(label, row, 2);
}

void Card::addText(const QString &text)
{
    QLabel *label = valueLabel(text, false);
    ThemeColors::setTextColor(label, ThemeColors::of(palette()).dim);
    m_rows->addWidget(label, m_rows->rowCount(), 0, 1, 3);
}

void Card::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace portlight
