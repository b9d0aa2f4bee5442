// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QRawFont>
#include <QString>

#include <array>
#include <vector>

class QPainter;

namespace portlight {

/// Draws text on a grid of cells without laying it out: which glyph a character has is looked up once per font. GUI
/// thread.
class ConsoleGlyphs
{
public:
    /// `ratio` is the screen's device pixels per logical pixel: cells are whole device pixels wide, so that columns
    /// stand evenly.
    void setFont(const QFont &font, qreal ratio);
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] qreal cellWidth() const { return m_cellWidth; }
    [[nodiscard]] qreal ascent() const { return m_ascent; }
    [[nodiscard]] qreal height() const { return m_height; }

    /// Draws characters of one cell each with the painter's pen, the first one's cell at `origin` (its base line).
    void draw(QPainter &painter, const QPointF &origin, QStringView text, bool bold = false, bool italic = false);
    /// Whether draw() knows a glyph for it.
    [[nodiscard]] bool has(char16_t character) { return glyph(0, character) != 0; }

private:
    /// Beyond this characters are rare and are drawn by Qt.
    static constexpr size_t Known = 0x3000;
    static constexpr quint32 Unasked = 0xffffffff;

    struct Style
    {
        QFont font;
        QRawFont raw;
        std::vector<quint32> glyphs;
    };
    [[nodiscard]] quint32 glyph(size_t style, char16_t character);
    void flush(QPainter &painter, const Style &style);

    QFont m_font;
    qreal m_ratio = 1;
    qreal m_cellWidth = 8;
    qreal m_ascent = 12;
    qreal m_height = 16;
    std::array<Style, 4> m_styles; ///< Bit 0: bold, bit 1: italic.
    std::vector<quint32> m_indexes;
    std::vector<QPointF> m_positions;
};

} // namespace portlight
