// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerMarks.h"

#include "settings/Theme.h"

#include <QPainter>

namespace portlight {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int badgeHeight = 26;
constexpr int iconSize = 14;

} // namespace

ViewerMarks::ViewerMarks(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    refresh();
}

void ViewerMarks::setViewOnly(bool on)
{
    if (on == m_viewOnly)
        return;
    m_viewOnly = on;
    refresh();
}

void ViewerMarks::setRecordingTime(const QString &time)
{
    if (time == m_recordingTime)
        return;
    m_recordingTime = time;
    refresh();
}

void ViewerMarks::setHeldKeys(const QString &names)
{
    m_heldKeys = names;
    refresh();
}

void ViewerMarks::setKeyboardGrabbed(bool grabbed)
{
    m_keyboardGrabbed = grabbed;
    refresh();
}

void ViewerMarks::refresh()
{
    m_marks.clear();
    if (m_viewOnly)
        m_marks.append({Icon::Eye, tr("View only"), &ThemeColors::warning, &ThemeColors::warningTint});
    if (!m_recordingTime.isEmpty())
        m_marks.append(
            {Icon::Record, tr("Recording %1").arg(m_recordingTime), &ThemeColors::failing, &ThemeColors::failingTint});
    if (!m_heldKeys.isEmpty())
        m_marks.append(
            {Icon::Keyboard, tr("%1 held").arg(m_heldKeys), &ThemeColors::starting, &ThemeColors::startingTint});
    if (m_keyboardGrabbed)
        m_marks.append({Icon::Keyboard, tr("All keys to the guest. Ctrl+Alt+Home ends it."), &ThemeColors::starting,
                        &ThemeColors::startingTint});
    setAccessibleName(texts().join(QStringLiteral(", ")));
    updateGeometry();
    adjustSize();
    update();
}

QStringList ViewerMarks::texts() const
{
    QStringList texts;
    for (const Mark &mark : m_marks)
        texts.append(mark.text);
    return texts;
}

QFont ViewerMarks::textFont() const
{
    return ThemeMetrics::font(font(), 12, QFont::DemiBold);
}

int ViewerMarks::widthOf(const Mark &mark) const
{
    // Figures of changing width would make the badge tremble each second.
    QString widest = mark.text;
    for (QChar &letter : widest) {
        if (letter.isDigit())
            letter = u'0';
    }
    return 2 * padding + iconSize + gap + QFontMetrics(textFont()).horizontalAdvance(widest);
}

QSize ViewerMarks::sizeHint() const
{
    int width = 0;
    for (const Mark &mark : m_marks)
        width += widthOf(mark) + (width > 0 ? gap : 0);
    return {width, ThemeMetrics::length(badgeHeight, font())};
}

void ViewerMarks::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont());
    double x = 0;
    for (const Mark &mark : std::as_const(m_marks)) {
        const QColor ink = colors.*mark.ink;
        const QRectF badge(x, 0, widthOf(mark), height());
        painter.setPen(QPen(ink, 1));
        painter.setBrush(colors.*mark.tint);
        painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), badge.height() / 2, badge.height() / 2);
        Icons::paint(painter, QRectF(x + padding, (height() - iconSize) / 2, iconSize, iconSize), mark.icon, ink);
        painter.drawText(badge.adjusted(padding + iconSize + gap, 0, -padding + 2, 0), Qt::AlignVCenter, mark.text);
        x += badge.width() + gap;
    }
}

} // namespace portlight
