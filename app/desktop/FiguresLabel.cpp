// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/FiguresLabel.h"

#include "settings/Theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int padding = 10;
constexpr qsizetype mostShares = 4;

} // namespace

FiguresLabel::FiguresLabel(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Figures of the connection"));
    setStatistics({});
}

QStringList FiguresLabel::linesOf(const SessionStatistics &statistics)
{
    const QLocale locale;
    const auto figure = [&locale](double value) {
        return locale.toString(value, 'f', value < 9.95 && value > 0 ? 1 : 0);
    };
    QString rate = tr("%1 updates/s · %2 kB/s")
                       .arg(locale.toString(statistics.updatesPerSecond, 'f', 0),
                            locale.toString(statistics.kilobytesPerSecond, 'f', 0));
    if (statistics.roundTripMilliseconds >= 0)
        rate = tr("%1 · %2 ms away").arg(rate, figure(statistics.roundTripMilliseconds));
    QStringList shares;
    for (const SessionStatistics::Share &share :
         statistics.mix.first(std::min<qsizetype>(mostShares, statistics.mix.size())))
        shares.append(tr("%1 %2 %").arg(share.encoding, locale.toString(share.share * 100, 'f', 0)));
    if (shares.isEmpty())
        shares = statistics.encodings;
    QStringList lines{rate};
    if (!shares.isEmpty())
        lines.append(shares.join(", "_L1));
    QStringList last;
    if (!statistics.quality.isEmpty())
        last.append(statistics.quality);
    if (statistics.decodeMilliseconds > 0)
        last.append(tr("decoding %1 ms").arg(figure(statistics.decodeMilliseconds)));
    if (!last.isEmpty())
        lines.append(last.join(u" · "_s));
    return lines;
}

void FiguresLabel::setStatistics(const SessionStatistics &statistics)
{
    const QStringList lines = linesOf(statistics);
    if (lines == m_lines)
        return;
    m_lines = lines;
    setAccessibleDescription(lines.join(u'\n'));
    adjustSize();
    updateGeometry();
    update();
}

void FiguresLabel::clear()
{
    m_widest = 0;
    setStatistics({});
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
    // Only ever wider: figures that change each second shall not make it tremble.
    m_widest = std::max(m_widest, width);
    return {m_widest + 2 * padding, int(m_lines.size()) * (metrics.height() + 2) + padding};
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
