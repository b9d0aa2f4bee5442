// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleGlyphs.h"

#include "serial/CellText.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace portlight {

void ConsoleGlyphs::setFont(const QFont &font, qreal ratio)
{
    if (m_font == font && qFuzzyCompare(m_ratio, ratio) && m_styles[0].raw.isValid())
        return;
    m_font = font;
    m_ratio = ratio;
    for (size_t i = 0; i < m_styles.size(); ++i) {
        QFont styled = font;
        styled.setBold((i & 1) != 0);
        styled.setItalic((i & 2) != 0);
        m_styles[i] = {styled, QRawFont::fromFont(styled), std::vector<quint32>(Known, Unasked)};
    }
    const QFontMetricsF metrics(font);
    m_cellWidth = std::max<qreal>(1, std::round(metrics.horizontalAdvance(u'0') * ratio)) / ratio;
    m_ascent = metrics.ascent();
    m_height = metrics.height();
}

quint32 ConsoleGlyphs::glyph(size_t style, char16_t character)
{
    Style &known = m_styles[style];
    if (character >= Known || !known.raw.isValid())
        return 0;
    quint32 &index = known.glyphs[character];
    if (index != Unasked)
        return index;
    index = 0;
    if (CellText::cellsOf(character) != 1 || CellText::isShaped(character))
        return index;
    const QChar asked(character);
    int count = 1;
    quint32 found = 0;
    if (known.raw.glyphIndexesForChars(&asked, 1, &found, &count) && count == 1 && found != 0) {
        // A glyph of another width would not stand in its cell.
        const QList<QPointF> advances = known.raw.advancesForGlyphIndexes({found});
        const qreal width = advances.isEmpty() ? 0 : advances.first().x();
        if (width < m_cellWidth * 1.2)
            index = found;
    }
    return index;
}

void ConsoleGlyphs::flush(QPainter &painter, const Style &style)
{
    if (m_indexes.empty())
        return;
    QGlyphRun run;
    run.setRawFont(style.raw);
    run.setRawData(m_indexes.data(), m_positions.data(), int(m_indexes.size()));
    painter.drawGlyphRun({}, run);
    m_indexes.clear();
    m_positions.clear();
}

void ConsoleGlyphs::draw(QPainter &painter, const QPointF &origin, QStringView text, bool bold, bool italic)
{
    const size_t style = (bold ? 1U : 0U) | (italic ? 2U : 0U);
    m_indexes.clear();
    m_positions.clear();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t character = text[i].unicode();
        if (character == u' ')
            continue;
        const QPointF place(origin.x() + qreal(i) * m_cellWidth, origin.y());
        if (const quint32 index = glyph(style, character); index != 0) {
            m_indexes.push_back(index);
            m_positions.push_back(place);
        } else {
            painter.setFont(m_styles[style].font);
            painter.drawText(place, QString(text[i]));
        }
    }
    flush(painter, m_styles[style]);
}

} // namespace portlight
