// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/StyledText.h"
#include "settings/ThemeColors.h"

#include <QColor>

namespace portlight {

/// How a piece of text is painted.
struct CellStyle
{
    QColor front;
    QColor back; ///< Invalid: what the line stands on.
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;

    friend bool operator==(const CellStyle &, const CellStyle &) = default;
};

/// Turns the colours a guest asks for into colours one can read: the named ones become the theme's, the others keep
/// their hue and get lighter or darker until their contrast with the ground is 5:1 (WCAG 2.1).
class ConsoleColors
{
public:
    static constexpr double LeastContrast = 5.0;

    explicit ConsoleColors(const ThemeColors &theme);

    /// Behind the log.
    [[nodiscard]] QColor ground() const { return m_theme->dark ? m_theme->side : m_theme->surface; }
    [[nodiscard]] const ThemeColors &theme() const { return *m_theme; }

    /// How a span is to be drawn on a line whose ground is `ground`.
    [[nodiscard]] CellStyle style(const TextStyle &style, const QColor &ground) const;
    /// The colour itself, without a look at the ground.
    [[nodiscard]] QColor color(const TextColor &color, const QColor &standard) const;

    /// `from` with a share (0 to 1) of `to` in it.
    [[nodiscard]] static QColor mixed(const QColor &from, const QColor &to, double share);
    /// `color`, moved towards black or white as far as needed.
    [[nodiscard]] static QColor readable(const QColor &color, const QColor &ground);
    /// 1 to 21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);

private:
    [[nodiscard]] QColor named(quint32 index) const;
    [[nodiscard]] QColor backgroundOf(const TextColor &color, const QColor &ground) const;
    [[nodiscard]] static QColor indexed(quint32 index);

    const ThemeColors *m_theme;
};

} // namespace portlight
