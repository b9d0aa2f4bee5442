// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleColors.h"

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

ConsoleColors::ConsoleColors(const ThemeColors &theme)
    : m_theme(&theme)
{
}

QColor ConsoleColors::mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](int a, int b) {
        return int(std::lround(a + (b - a) * share));
    };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

double ConsoleColors::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor ConsoleColors::readable(const QColor &color, const QColor &ground)
{
    if (contrast(color, ground) >= LeastContrast)
        return color;
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    const QColor goal = contrast(black, ground) > contrast(white, ground) ? black : white;
    constexpr int Steps = 20;
    for (int step = 1; step < Steps; ++step) {
        const QColor candidate = mixed(color, goal, double(step) / Steps);
        if (contrast(candidate, ground) >= LeastContrast)
            return candidate;
    }
    return goal;
}

QColor ConsoleColors::named(quint32 index) const
{
    switch (index % 8) {
    case 1:
        return m_theme->failing;
    case 2:
        return m_theme->verified;
    case 3:
        return m_theme->warning;
    case 4:
        return m_theme->starting;
    case 5:
        return m_theme->dark ? QColor(0xE0A3E8) : QColor(0x8A2A8F);
    case 6:
        return m_theme->accent;
    case 7:
        return index < 8 ? m_theme->dim : m_theme->text;
    default:
        return index < 8 ? m_theme->text : m_theme->dim;
    }
}

QColor ConsoleColors::indexed(quint32 index)
{
    if (index >= 232) {
        const int grey = 8 + 10 * int(index - 232);
        return {grey, grey, grey};
    }
    const auto level = [](quint32 step) {
        return step == 0 ? 0 : 55 + 40 * int(step);
    };
    const quint32 cube = index - 16;
    return {level(cube / 36 % 6), level(cube / 6 % 6), level(cube % 6)};
}

QColor ConsoleColors::color(const TextColor &color, const QColor &standard) const
{
    switch (color.kind) {
    case TextColor::Kind::Palette:
        return color.value < 16 ? named(color.value) : indexed(std::min<quint32>(color.value, 255));
    case TextColor::Kind::Rgb:
        return QColor(QRgb(color.value));
    case TextColor::Kind::Default:
        break;
    }
    return standard;
}

/// Text in "black" is the theme's text, so that it can be read; a black ground stays close to that of the log, in the
/// light theme too: whoever clears a screen in black means "empty".
QColor ConsoleColors::backgroundOf(const TextColor &color, const QColor &ground) const
{
    constexpr quint32 Black = 0;
    constexpr quint32 Grey = 8;
    if (color.kind == TextColor::Kind::Palette && color.value == Black)
        return m_theme->dark ? m_theme->backdrop : m_theme->neutralTint;
    if (color.kind == TextColor::Kind::Palette && color.value == Grey)
        return m_theme->border;
    return this->color(color, ground);
}

CellStyle ConsoleColors::style(const TextStyle &style, const QColor &ground) const
{
    QColor front = color(style.foreground, m_theme->text);
    QColor back = backgroundOf(style.background, ground);
    if (style.inverse)
        std::swap(front, back);
    if (style.dim)
        front = mixed(front, back, 0.35);
    CellStyle cell;
    cell.front = readable(front, back);
    if (back != ground)
        cell.back = back;
    cell.bold = style.bold;
    cell.italic = style.italic;
    cell.underline = style.underline;
    cell.strikeOut = style.strikeOut;
    return cell;
}

} // namespace portlight
