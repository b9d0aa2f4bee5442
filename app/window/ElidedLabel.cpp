// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ElidedLabel.h"

#include "settings/ThemeColors.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &sentence, const QStringList &facts, const QString &toolTip)
{
    const QString behind = facts.isEmpty() ? QString() : u" · "_s + facts.join(u" · "_s);
    setToolTip(toolTip.isEmpty() ? sentence + behind : sentence + u'\n' + toolTip);
    if (sentence == m_sentence && behind == m_facts)
        return;
    m_sentence = sentence;
    m_facts = behind;
    setAccessibleName(wholeText());
    updateGeometry();
    update();
}

QString ElidedLabel::wholeText() const
{
    return m_sentence + m_facts;
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(wholeText()) + 2, fontMetrics().height() + 4};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    const QString sentence = fontMetrics().elidedText(m_sentence, Qt::ElideRight, width());
    painter.setPen(colors.text);
    painter.drawText(rect(), Qt::AlignVCenter, sentence);
    const int used = fontMetrics().horizontalAdvance(sentence);
    painter.setPen(colors.dim);
    painter.drawText(rect().adjusted(used, 0, 0, 0), Qt::AlignVCenter,
                     fontMetrics().elidedText(m_facts, Qt::ElideRight, width() - used));
}

} // namespace portlight
