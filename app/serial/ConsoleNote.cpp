// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleNote.h"

#include <QPainter>

namespace portlight {

ConsoleNote::ConsoleNote(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void ConsoleNote::setNote(const QString &text)
{
    setText(text);
    setToolTip(text);
}

QSize ConsoleNote::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ConsoleNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), int(alignment()), shown);
}

} // namespace portlight
