// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QEvent;
class QWidget;

namespace portlight {

/// The colour tokens of the look: the only place where the window's colours are written down. Every pair of a text
/// colour and the ground it stands on has a contrast of 5:1 or better.
struct ThemeColors
{
    bool dark = false;
    QColor window;  ///< Behind cards.
    QColor surface; ///< Header, cards, fields.
    QColor side;    ///< Sidebar, menu bar, status bar.
    QColor border;  ///< Hairlines.
    QColor text;
    QColor dim;       ///< Secondary text.
    QColor accent;    ///< Primary button, active tab, focus ring.
    QColor onAccent;  ///< Text on accent.
    QColor selection; ///< Selected row, pressed toggle.
    QColor verified;  ///< Text and icon of good news; the tint goes behind it. The same for the next pairs.
    QColor verifiedTint;
    QColor warning; ///< Degraded and warnings.
    QColor warningTint;
    QColor failing;
    QColor failingTint;
    QColor starting;
    QColor startingTint;
    QColor neutral; ///< Unknown and stopped.
    QColor neutralTint;
    QColor backdrop; ///< Behind the guest's picture.

    [[nodiscard]] static const ThemeColors &light();
    [[nodiscard]] static const ThemeColors &darkColors();
    /// The set that a widget with this palette is painted with: `ThemeColors::of(palette())`. Widgets that keep
    /// something coloured (icons) make it anew on QEvent::PaletteChange.
    [[nodiscard]] static const ThemeColors &of(const QPalette &palette);

    /// True for what may take colours and fonts away that a widget gave to its parts. It gives them anew afterwards,
    /// with a queued call: while a style sheet is being applied, what is set may still be lost.
    [[nodiscard]] static bool isLookChange(const QEvent &event);
    /// Gives a widget's text a colour of its own and leaves the rest of its palette to the theme.
    static void setTextColor(QWidget *widget, const QColor &color);

    /// The application palette made from the tokens.
    [[nodiscard]] QPalette palette() const;
};

} // namespace portlight
