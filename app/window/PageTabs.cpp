// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/PageTabs.h"

#include "settings/Theme.h"

#include <QFocusEvent>
#include <QPainter>

#include <algorithm>
#include <climits>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int side = 12;
constexpr int gap = 6;
constexpr qint64 mostShown = 999;

} // namespace

PageTabs::PageTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setFocusPolicy(Qt::StrongFocus);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setAttribute(Qt::WA_Hover);
}

void PageTabs::setCount(int tab, qint64 count)
{
    if (m_counts.value(tab) == count)
        return;
    m_counts[tab] = count;
    setTabToolTip(tab, count > 0 ? tr("%Ln failure line(s) in the log", nullptr, int(std::min<qint64>(count, INT_MAX)))
                                 : QString());
    // The bar keeps sizes until a text changes.
    setTabText(tab, tabText(tab) + u' ');
    setTabText(tab, tabText(tab).trimmed());
}

QString PageTabs::countText(int tab) const
{
    const qint64 number = countOf(tab);
    if (number <= 0)
        return {};
    return number > mostShown ? u"999+"_s : QString::number(number);
}

QFont PageTabs::countFont() const
{
    return ThemeMetrics::font(font(), 11.5, QFont::DemiBold);
}

int PageTabs::countWidth(int tab) const
{
    const QString text = countText(tab);
    if (text.isEmpty())
        return 0;
    const QFontMetrics metrics(countFont());
    return std::max(metrics.height() + 2, metrics.horizontalAdvance(text) + 10);
}

QSize PageTabs::tabSizeHint(int index) const
{
    const int badge = countWidth(index);
    const QFontMetrics metrics(ThemeMetrics::font(font(), 13, QFont::Medium));
    return {2 * side + metrics.horizontalAdvance(tabText(index)) + (badge > 0 ? gap + badge : 0),
            ThemeMetrics::length(40, font())};
}

void PageTabs::paintTab(QPainter &painter, int tab)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    const QRect area = tabRect(tab);
    const bool current = tab == currentIndex();
    const bool hovered = area.contains(mapFromGlobal(QCursor::pos())) && underMouse();
    painter.setFont(ThemeMetrics::font(font(), 13, QFont::Medium));
    painter.setPen(current || hovered ? colors.text : colors.dim);
    painter.drawText(area.adjusted(side, 0, 0, 0), Qt::AlignVCenter, tabText(tab));
    if (const int width = countWidth(tab); width > 0) {
        const int height = QFontMetrics(countFont()).height() + 2;
        const QRectF badge(area.right() - side - width + 1, area.center().y() - height / 2.0 + 1, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.failingTint);
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setFont(countFont());
        painter.setPen(colors.failing);
        painter.drawText(badge, Qt::AlignCenter, countText(tab));
    }
    if (!current)
        return;
    painter.fillRect(QRect(area.left(), area.bottom() - 1, area.width(), 2), colors.accent);
    if (hasFocus() && m_focusShown) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(area).adjusted(3.5, 5.5, -3.5, -6.5), 4, 4);
    }
}

/// A click shows by itself where one is; the ring is for those who came with the keyboard.
void PageTabs::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::MouseFocusReason)
        m_focusShown = false;
    else if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason ||
             reason == Qt::OtherFocusReason)
        m_focusShown = true;
    QTabBar::focusInEvent(event);
}

void PageTabs::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_focusShown = true;
    QTabBar::keyPressEvent(event);
    update();
}

void PageTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int tab = 0; tab < count(); ++tab)
        paintTab(painter, tab);
}

} // namespace portlight
