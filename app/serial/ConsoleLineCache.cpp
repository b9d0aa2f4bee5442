// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleLineCache.h"

#include "serial/ConsoleTexts.h"

#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace portlight {

void ConsoleLineCache::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    m_lines.clear();
}

void ConsoleLineCache::setLook(const ThemeColors &theme, const QFont &font, qreal rowHeight, qreal wrapWidth)
{
    const bool same = &m_colors.theme() == &theme && m_font == font && qFuzzyCompare(m_rowHeight, rowHeight) &&
                      std::abs(m_wrapWidth - wrapWidth) < 0.5;
    if (same)
        return;
    m_colors = ConsoleColors(theme);
    m_font = font;
    m_rowHeight = rowHeight;
    m_wrapWidth = wrapWidth;
    m_lines.clear();
}

void ConsoleLineCache::forgetFrom(qint64 first)
{
    for (const qint64 number : m_lines.keys()) {
        if (number >= first)
            m_lines.remove(number);
    }
}

std::shared_ptr<const ConsoleLine> ConsoleLineCache::line(qint64 number)
{
    if (const auto *known = m_lines.object(number))
        return *known;
    auto made = std::make_shared<ConsoleLine>();
    if (m_store)
        made->data = m_store->line(number);
    layOut(*made);
    m_lines.insert(number, new std::shared_ptr<const ConsoleLine>(made));
    return made;
}

QColor ConsoleLineCache::groundOf(LineClass lineClass) const
{
    if (lineClass == LineClass::Failure)
        return m_colors.theme().failingTint;
    if (lineClass == LineClass::Warning)
        return m_colors.theme().warningTint;
    return m_colors.ground();
}

QString ConsoleLineCache::textOf(const SerialLine &line) const
{
    if (line.mark.kind != LineMark::Kind::None)
        return ConsoleTexts::mark(line.mark);
    if (line.dropped)
        return ConsoleTexts::tr("This line is older than what is kept in memory.");
    // A sign that is not the guest's: its text can hold everything but it stands in a colour of its own.
    return line.continues ? line.text + QChar(0x21b5) : line.text;
}

void ConsoleLineCache::layOut(ConsoleLine &line) const
{
    line.ground = groundOf(line.data.lineClass);
    const ThemeColors &theme = m_colors.theme();
    const bool own = line.data.mark.kind != LineMark::Kind::None || line.data.dropped;
    QList<QTextLayout::FormatRange> formats;
    const QString text = textOf(line.data);
    QTextCharFormat standard;
    standard.setForeground(own ? ConsoleColors::readable(theme.starting, line.ground) : theme.text);
    standard.setFontItalic(own);
    formats.append({0, int(text.size()), standard});
    for (const TextSpan &span : line.data.spans)
        formats.append({span.start, span.length, m_colors.format(span.style, line.ground)});
    if (line.data.continues && !own) {
        QTextCharFormat sign;
        sign.setForeground(ConsoleColors::readable(theme.starting, line.ground));
        formats.append({int(text.size()) - 1, 1, sign});
    }
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(m_wrapWidth > 0 ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    line.layout.setCacheEnabled(true);
    line.layout.setFont(m_font);
    line.layout.setText(text);
    line.layout.setTextOption(option);
    line.layout.setFormats(formats);
    line.layout.beginLayout();
    line.rows = 0;
    for (QTextLine row = line.layout.createLine(); row.isValid(); row = line.layout.createLine()) {
        row.setLineWidth(m_wrapWidth > 0 ? m_wrapWidth : 1e7);
        row.setPosition({0, line.rows * m_rowHeight + (m_rowHeight - row.height()) / 2});
        line.width = std::max(line.width, row.naturalTextWidth());
        ++line.rows;
    }
    line.layout.endLayout();
    line.rows = std::max(1, line.rows);
}

} // namespace portlight
