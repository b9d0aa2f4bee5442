// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ThemeColors.h"

#include <QEvent>
#include <QWidget>

namespace portlight {

const ThemeColors &ThemeColors::light()
{
    static const ThemeColors colors{
        .dark = false,
        .window = QColor(0xF4F6F8),
        .surface = QColor(0xFFFFFF),
        .side = QColor(0xE9EDF1),
        .border = QColor(0xD3DAE1),
        .text = QColor(0x17202B),
        .dim = QColor(0x556270),
        .accent = QColor(0x0B6B7C),
        .onAccent = QColor(0xFFFFFF),
        .selection = QColor(0xD3EAEE),
        .verified = QColor(0x146C43),
        .verifiedTint = QColor(0xDDF2E6),
        .warning = QColor(0x8A5A00),
        .warningTint = QColor(0xFBEFD5),
        .failing = QColor(0xB3261E),
        .failingTint = QColor(0xFBE6E4),
        .starting = QColor(0x1D57B0),
        .startingTint = QColor(0xE2ECFB),
        .neutral = QColor(0x556270),
        .neutralTint = QColor(0xE6EAEE),
        .backdrop = QColor(0xC9D1D9),
    };
    return colors;
}

const ThemeColors &ThemeColors::darkColors()
{
    static const ThemeColors colors{
        .dark = true,
        .window = QColor(0x151A20),
        .surface = QColor(0x1C2229),
        .side = QColor(0x11161B),
        .border = QColor(0x2C353F),
        .text = QColor(0xE4E9EF),
        .dim = QColor(0x98A5B3),
        .accent = QColor(0x55BFCD),
        .onAccent = QColor(0x08191C),
        .selection = QColor(0x17404A),
        .verified = QColor(0x62CF96),
        .verifiedTint = QColor(0x16332A),
        .warning = QColor(0xE8B95B),
        .warningTint = QColor(0x3A2E14),
        .failing = QColor(0xFF8F82),
        .failingTint = QColor(0x421F1C),
        .starting = QColor(0x8AB6FF),
        .startingTint = QColor(0x1A2C4B),
        .neutral = QColor(0x98A5B3),
        .neutralTint = QColor(0x262E37),
        .backdrop = QColor(0x0B0E12),
    };
    return colors;
}

const ThemeColors &ThemeColors::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkColors() : light();
}

bool ThemeColors::isLookChange(const QEvent &event)
{
    return event.type() == QEvent::PaletteChange || event.type() == QEvent::FontChange ||
           event.type() == QEvent::StyleChange;
}

void ThemeColors::setTextColor(QWidget *widget, const QColor &color)
{
    // Only this role is resolved, so that the others follow the application's palette when the theme changes.
    QPalette palette;
    palette.setResolveMask(0);
    palette.setColor(QPalette::All, QPalette::WindowText, color);
    if (widget->palette().color(QPalette::WindowText) != color)
        widget->setPalette(palette);
}

QPalette ThemeColors::palette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, window);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, dim);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, failing);
    set(QPalette::ToolTipBase, surface);
    set(QPalette::ToolTipText, text);
    set(QPalette::Highlight, accent);
    set(QPalette::HighlightedText, onAccent);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::Light, surface);
    set(QPalette::Midlight, side);
    set(QPalette::Mid, border);
    set(QPalette::Dark, border);
    set(QPalette::Shadow, dark ? QColor(Qt::black) : dim);
    QColor disabled = dim;
    disabled.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

} // namespace portlight
