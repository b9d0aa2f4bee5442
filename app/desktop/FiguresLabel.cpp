// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/FiguresLabel.h"

#include "settings/Theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int padding = 10;

} // namespace

FiguresLabel::FiguresLabel(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Figures of the connection"));
    setStatistics({});
}

void FiguresLabel::setStatistics(const SessionStatistics &statistics)
{
    const QLocale locale;
    QStringList lines{tr("%1 fps · %2 kB/s")
                          .arg(locale.toString(statistics.updatesPerSecond, 'f', 0),
                               locale.toString(statistics.kilobytesPerSecond, 'f', 0))};
    if (!statistics.encodings.isEmpty())
        lines.append(statistics.encodings.join(", "_L1));
    if (lines == m_lines)
        return;
    m_lines = lines;
    setAccessibleDescription(lines.join(u'\n'));
    adjustSize();
    updateGeometry();
    update();
}

QFont FiguresLabel::textFont() const
{
    return ThemeMetrics::monospace(font(), 11);
}

QSize FiguresLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    int width = 0;
    for (const QString &line : m_lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {width + 2 * padding, int(m_lines.size()) * (metrics.height() + 2) + padding};
}

void FiguresLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(11, 14, 18, 225));
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setFont(textFont());
    painter.setPen(QColor(0xE4E9EF));
    const QFontMetrics metrics(textFont());
    int y = padding / 2;
    for (const QString &line : m_lines) {
        painter.drawText(QRect(padding, y, width() - 2 * padding, metrics.height() + 2), Qt::AlignVCenter, line);
        y += metrics.height() + 2;
    }
}

} // namespace portlight
