// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleView that knows what stands where, and paints it.
#include "serial/ConsoleAccessible.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "serial/HeatStrip.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

std::shared_ptr<const ConsoleLine> ConsoleView::lineIn(qint64 row) const
{
    return m_cache.lineIn(row);
}

int ConsoleView::partsOf(qint64 row) const
{
    // Without wrapping and notices every row is one part, and nothing has to be read for that.
    return m_cache.look().columns > 0 || m_cache.look().notices ? lineIn(row)->rows() : 1;
}

qint64 ConsoleView::lastVisibleRow() const
{
    qint64 row = m_scroll.top().row;
    int parts = -m_scroll.top().part;
    for (; row < m_scroll.rows(); ++row) {
        parts += partsOf(row);
        if (parts >= m_scroll.pageParts())
            break;
    }
    return std::min(row, m_scroll.rows() - 1);
}

QRectF ConsoleView::lineArea(qint64 line) const
{
    if (!m_rows.contains(line))
        return {};
    const qint64 wanted = m_rows.rowOf(line);
    qreal y = -m_scroll.top().part * m_metrics.rowHeight;
    for (qint64 row = m_scroll.top().row; row <= wanted && y < viewport()->height(); ++row) {
        const auto shown = lineIn(row);
        if (row == wanted)
            return {0, y + qreal(shown->notices.size()) * m_metrics.rowHeight, qreal(viewport()->width()),
                    shown->textRows * m_metrics.rowHeight};
        y += shown->rows() * m_metrics.rowHeight;
    }
    return {};
}

void ConsoleView::updateLook()
{
    const qint64 most = m_numbers ? std::max<qint64>(m_rows.lineCount(), 1) : 0;
    m_metrics = ConsoleMetrics::of(m_glyphs, font(), devicePixelRatioF(), most, m_time);
    m_cache.setTheme(ThemeColors::of(palette()));
    auto look = m_cache.look();
    look.columns = m_wrapping ? m_metrics.columns(viewport()->width()) : 0;
    look.time = m_time;
    m_cache.setLook(look);
}

void ConsoleView::updateExtent()
{
    m_scroll.setExtent(m_rows.count(), int(viewport()->height() / m_metrics.rowHeight));
    const qint64 last = lastVisibleRow();
    for (qint64 row = m_scroll.top().row; row <= last; ++row)
        m_widest = std::max(m_widest, lineIn(row)->text.cells() * m_metrics.cell);
    const qreal room = viewport()->width() - m_metrics.textLeft;
    horizontalScrollBar()->setRange(0, m_wrapping ? 0 : int(std::ceil(std::max<qreal>(0, m_widest + 8 - room))));
    horizontalScrollBar()->setPageStep(int(std::max<qreal>(1, room)));
    horizontalScrollBar()->setSingleStep(20);
    m_strip->setVisibleRows(m_scroll.top().row, last - m_scroll.top().row + 1);
    rememberAnchor();
}

void ConsoleView::updateJump()
{
    const qint64 lines = newLineCount();
    m_jump->setVisible(lines > 0);
    if (lines == 0)
        return;
    m_jump->setText(ConsoleTexts::newLines(lines, newFailureCount()));
    m_jump->setToolTip(tr("To the end of the log, and follow it (End)"));
    m_jump->resize(m_jump->sizeHint());
    m_jump->move((viewport()->width() - m_jump->width()) / 2, viewport()->height() - m_jump->height() - 12);
}

qreal ConsoleView::scrolledBy() const
{
    return m_wrapping ? 0 : horizontalScrollBar()->value();
}

void ConsoleView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_cache.colors().ground());
    if (m_rows.count() == 0) {
        paintEmpty(painter);
        return;
    }
    ConsolePainter lines(painter, m_glyphs, m_metrics, m_cache.colors(),
                         {m_currentLine, &m_selection, m_bookmarks, m_hoveredMark, scrolledBy(), m_cache.look().columns,
                          QRectF(viewport()->rect())});
    qreal y = -m_scroll.top().part * m_metrics.rowHeight;
    for (qint64 row = m_scroll.top().row; row < m_scroll.rows() && y < viewport()->height(); ++row) {
        const auto line = lineIn(row);
        lines.paint(*line, y);
        y += line->rows() * m_metrics.rowHeight;
    }
}

void ConsoleView::paintEmpty(QPainter &painter)
{
    const ThemeColors &theme = m_cache.colors().theme();
    const QRect area = viewport()->rect().adjusted(24, 0, -24, -viewport()->height() / 8);
    const int line = ThemeMetrics::length(24, font());
    const bool filtered = m_rows.lineCount() > 0;
    painter.setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(area.adjusted(0, 0, 0, -line), Qt::AlignCenter, filtered ? tr("No line matches") : m_emptyTitle);
    painter.setFont(font());
    painter.setPen(theme.dim);
    painter.drawText(area.adjusted(0, line, 0, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     filtered ? tr("The log has %1 lines.").arg(QLocale().toString(m_rows.lineCount())) : m_emptyText);
}

void ConsoleView::resizeEvent(QResizeEvent *)
{
    m_strip->setGeometry(viewport()->geometry().right() + 1, 0, m_strip->width(), height());
    rowsChanged(m_wrapping ? Anchor{m_anchor.line, std::max(0, m_anchor.above)} : Anchor());
}

void ConsoleView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool isLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
                        event->type() == QEvent::StyleChange;
    if (!isLook || !m_strip)
        return;
    m_widest = 0;
    rowsChanged(Anchor());
    m_jump->setIcon(Icons::icon(Icon::Follow, m_cache.colors().theme().text));
    m_strip->update();
}

void ConsoleView::announceCurrent()
{
    if (!QAccessible::isActive() || m_currentLine < 0)
        return;
    QAccessibleValueChangeEvent event(this, spokenLine(m_currentLine));
    QAccessible::updateAccessibility(&event);
}

void ConsoleView::announceFailures()
{
    const qint64 count = m_store ? m_store->failureCount() : 0;
    // What stood in the log when it was opened is not news.
    if (count > m_announcedFailures && m_announcedFailures >= 0)
        ConsoleAccessible::announce(this, ConsoleTexts::newFailures(count - m_announcedFailures));
    m_announcedFailures = count;
}

QString ConsoleView::spokenLine(qint64 line) const
{
    if (!m_rows.contains(line))
        return {};
    const SerialLine spoken = lineIn(m_rows.rowOf(line))->data;
    QStringList parts;
    if (spoken.fileLine > 0)
        parts.append(tr("Line %1").arg(QLocale().toString(spoken.fileLine)));
    if (const QString kind = ConsoleTexts::kind(spoken); !kind.isEmpty())
        parts.append(kind);
    return parts.join(u", "_s) + u": "_s + ConsoleSelection::shown(spoken);
}

} // namespace portlight
