// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyRecorder.h"

#include "settings/ThemeColors.h"

#include <QKeyEvent>
#include <QPainter>

namespace portlight {

KeyRecorder::KeyRecorder(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys of the combination"));
}

QSize KeyRecorder::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 3};
}

bool KeyRecorder::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void KeyRecorder::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.border, hasFocus() ? 2 : 1));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const bool empty = m_combination.keysyms.isEmpty();
    painter.setPen(empty ? colors.dim : colors.text);
    painter.drawText(rect(), Qt::AlignCenter, empty ? tr("Press the keys together.") : m_combination.name());
}

void KeyRecorder::keyPressEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat())
        return;
    const bool isFirst = m_down.isEmpty();
    const KeyStroke key = m_down.press(*event, {KeyMap::keysym(*event), 0});
    if (key.keysym == 0)
        return;
    if (isFirst)
        m_combination = {};
    if (m_combination.keysyms.size() < KeyCombination::mostKeys && !m_combination.keysyms.contains(key.keysym))
        m_combination.keysyms.append(key.keysym);
    setAccessibleDescription(m_combination.name());
    update();
    Q_EMIT recorded(m_combination);
}

void KeyRecorder::keyReleaseEvent(QKeyEvent *event)
{
    (void)m_down.release(*event);
}

void KeyRecorder::focusOutEvent(QFocusEvent *event)
{
    (void)m_down.releaseAll();
    update();
    QWidget::focusOutEvent(event);
}

bool KeyRecorder::focusNextPrevChild(bool)
{
    return false;
}

} // namespace portlight
