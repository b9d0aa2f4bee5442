// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerToast.h"

#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <chrono>

using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr int mostWaiting = 5;

} // namespace

ViewerToast::ViewerToast(QWidget *parent)
    : FloatingCard(parent)
    , m_text(new QLabel(this))
    , m_close(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_close->setProperty("quiet", true);
    m_close->setProperty("square", true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoDefault(true);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(m_close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 6, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ViewerToast::next);
    connect(m_close, &QPushButton::clicked, this, &ViewerToast::next);
    refreshLook();
    hide();
}

void ViewerToast::say(const QString &sentence)
{
    if (sentence.isEmpty() || sentence == text() || m_waiting.contains(sentence) || m_waiting.size() >= mostWaiting)
        return;
    m_waiting.append(sentence);
    if (isHidden())
        next();
}

QString ViewerToast::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void ViewerToast::next()
{
    if (m_waiting.isEmpty()) {
        hide();
        return;
    }
    m_text->setText(m_waiting.takeFirst());
    const int widest = ThemeMetrics::length(520, font());
    m_text->setFixedWidth(std::min(widest, QFontMetrics(m_text->font()).horizontalAdvance(m_text->text()) + 4));
    setAccessibleName(m_text->text());
    show();
    raise();
    adjustSize();
    // Four seconds and the time to read it slowly.
    m_timer.start(4s + 60ms * m_text->text().size());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT changed();
}

void ViewerToast::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshLook(); }, Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void ViewerToast::refreshLook()
{
    m_close->setIcon(Icons::icon(Icon::Cross, ThemeColors::of(palette()).dim));
}

} // namespace portlight
