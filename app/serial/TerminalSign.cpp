// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/TerminalSign.h"

#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace portlight {

namespace {

constexpr int IconSize = 16;

} // namespace

TerminalSign::TerminalSign(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_menu(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_menu);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_menu->setAutoRaise(true);
    m_menu->setFocusPolicy(Qt::NoFocus); // the terminal keeps it
    m_menu->setToolTip(tr("More for this terminal"));
    m_menu->setAccessibleName(m_menu->toolTip());
    connect(m_menu, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    refresh();
}

void TerminalSign::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_remark.clear();
    refresh();
}

void TerminalSign::setRemark(const QString &text)
{
    if (text == m_remark)
        return;
    m_remark = text;
    refresh();
}

QString TerminalSign::text() const
{
    return m_text->text();
}

QString TerminalSign::sentence() const
{
    switch (m_state) {
    case State::Unavailable:
        return tr("The VM does not run. This is what it said last.");
    case State::Watching:
        return tr("You are watching. Nothing you type reaches the guest until you take the keyboard.");
    case State::Connecting:
        return tr("Taking the keyboard.");
    case State::Typing:
        return tr("You have the keyboard: keys go to the guest. Ctrl+Alt+G gives it back.");
    case State::Waiting:
        return tr("You have the keyboard, and it waits: click into the terminal to type.");
    }
    return {};
}

void TerminalSign::refresh()
{
    const ThemeColors &theme = ThemeColors::of(palette());
    const QColor color = m_state == State::Typing ? theme.onAccent : !m_remark.isEmpty() ? theme.warning : theme.dim;
    const Icon icon = !m_remark.isEmpty() && m_state != State::Typing               ? Icon::Triangle
                      : m_state == State::Watching || m_state == State::Unavailable ? Icon::Eye
                                                                                    : Icon::Keyboard;
    m_icon->setPixmap(Icons::pixmap(icon, ThemeMetrics::length(IconSize, font()), color, devicePixelRatioF()));
    m_menu->setIcon(Icons::icon(Icon::Dots, m_state == State::Typing ? theme.onAccent : theme.dim));
    m_text->setFont(ThemeMetrics::font(font(), 12));
    ThemeColors::setTextColor(m_text, m_state == State::Typing ? theme.onAccent
                                      : m_remark.isEmpty()     ? theme.dim
                                                               : theme.text);
    m_text->setText(m_remark.isEmpty() ? sentence() : m_remark);
    update();
}

void TerminalSign::paintEvent(QPaintEvent *)
{
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    const bool isProblem = !m_remark.isEmpty() && m_state != State::Typing;
    painter.fillRect(rect(), m_state == State::Typing    ? theme.accent
                             : isProblem                 ? theme.warningTint
                             : m_state == State::Waiting ? theme.selection
                                                         : theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_state == State::Typing ? theme.accent : theme.border);
}

void TerminalSign::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(this, &TerminalSign::refresh, Qt::QueuedConnection);
}

} // namespace portlight
