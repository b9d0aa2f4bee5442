// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/HeatStrip.h"

#include "serial/ConsoleColors.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace portlight {

namespace {

constexpr int StripWidth = 16;
constexpr int MarkHeight = 3;

} // namespace

HeatStrip::HeatStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Overview of the whole log"));
    setCursor(Qt::ArrowCursor);
    setFixedWidth(StripWidth);
}

QSize HeatStrip::sizeHint() const
{
    return {StripWidth, 100};
}

void HeatStrip::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    refresh();
}

void HeatStrip::refresh()
{
    m_dirty = true;
    m_lineCount = m_store ? m_store->lineCount() : 0;
    update();
}

void HeatStrip::setVisibleLines(qint64 first, qint64 count)
{
    if (m_first == first && m_count == count)
        return;
    m_first = first;
    m_count = count;
    update();
}

void HeatStrip::updateMarks()
{
    m_dirty = false;
    m_marks.clear();
    const int parts = height() / MarkHeight;
    if (m_lineCount == 0 || parts <= 0)
        return;
    // A log that fills no screen keeps its marks beside its lines.
    const std::vector<Severity> profile = m_store->severityProfile(0, m_lineCount, parts);
    for (const SerialBoot &boot : m_store->boots())
        m_marks.push_back({int(boot.firstLine * height() / m_lineCount), Severity::None, true});
    // What matters most is painted last.
    for (const Severity severity : {Severity::Notice, Severity::Warning, Severity::Error, Severity::Fatal}) {
        for (size_t part = 0; part < profile.size(); ++part) {
            if (profile[part] == severity)
                m_marks.push_back({int(part) * height() / parts, severity, false});
        }
    }
}

QColor HeatStrip::colorOf(const Mark &mark) const
{
    const ThemeColors &theme = ThemeColors::of(palette());
    if (mark.boot)
        return theme.dim;
    if (mark.severity >= Severity::Error)
        return theme.failing;
    return mark.severity == Severity::Warning ? theme.warning : theme.starting;
}

void HeatStrip::paintEvent(QPaintEvent *)
{
    if (m_dirty)
        updateMarks();
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), ConsoleColors(theme).ground());
    if (m_lineCount == 0)
        return;
    painter.fillRect(QRect(0, 0, 1, height()), theme.border);
    for (const Mark &mark : m_marks) {
        // Boots reach over the whole width, so they differ in form too.
        const QRect area = mark.boot ? QRect(1, mark.y, width() - 1, 1)
                                     : QRect(4, std::min(mark.y, height() - MarkHeight), width() - 6, MarkHeight);
        painter.fillRect(area, colorOf(mark));
    }
    if (m_count >= m_lineCount)
        return;
    const double scale = double(height()) / double(m_lineCount);
    const double frameHeight = std::max(12.0, double(m_count) * scale);
    const double top = std::min(double(m_first) * scale, height() - frameHeight - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.dim, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(2.5, top + 0.5, width() - 4, frameHeight), 2, 2);
}

void HeatStrip::resizeEvent(QResizeEvent *)
{
    m_dirty = true;
}

void HeatStrip::want(const QPointF &position)
{
    if (m_lineCount <= 0 || height() <= 0)
        return;
    const double share = std::clamp(position.y() / height(), 0.0, 1.0);
    Q_EMIT lineWanted(std::min(m_lineCount - 1, qint64(share * double(m_lineCount))));
}

void HeatStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        want(event->position());
}

void HeatStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        want(event->position());
}

} // namespace portlight
