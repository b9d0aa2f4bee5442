// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleColors.h"
#include "serial/LineStore.h"

#include <QCache>
#include <QFont>
#include <QTextLayout>

#include <memory>

namespace portlight {

/// A line of the log laid out for painting.
struct ConsoleLine
{
    SerialLine data;
    QTextLayout layout;
    QColor ground; ///< What is painted behind it.
    int rows = 1;  ///< More than one where it is wrapped.
    qreal width = 0;
};

/// Lays out the lines that are on screen and keeps them. GUI thread.
class ConsoleLineCache
{
public:
    explicit ConsoleLineCache(const ThemeColors &theme)
        : m_colors(theme)
        , m_lines(600)
    {
    }

    void setStore(std::shared_ptr<const LineStore> store);
    /// A wrap width of 0 lays each line out in one row.
    void setLook(const ThemeColors &theme, const QFont &font, qreal rowHeight, qreal wrapWidth);
    /// Lines from `first` on may have changed.
    void forgetFrom(qint64 first);

    [[nodiscard]] std::shared_ptr<const ConsoleLine> line(qint64 number);
    [[nodiscard]] const ConsoleColors &colors() const { return m_colors; }
    /// The ground of a line of this class.
    [[nodiscard]] QColor groundOf(LineClass lineClass) const;

private:
    void layOut(ConsoleLine &line) const;
    [[nodiscard]] QString textOf(const SerialLine &line) const;

    std::shared_ptr<const LineStore> m_store;
    ConsoleColors m_colors;
    QFont m_font;
    qreal m_rowHeight = 18;
    qreal m_wrapWidth = 0;
    QCache<qint64, std::shared_ptr<const ConsoleLine>> m_lines;
};

} // namespace portlight
