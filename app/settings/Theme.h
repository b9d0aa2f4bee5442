// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/ThemeColors.h"

#include <QFont>
#include <QObject>
#include <QSize>

class QApplication;

namespace portlight {

class SystemColorScheme;

enum class ThemeChoice { System, Light, Dark };

/// Dresses the application: Fusion, the palette of the tokens, one small style sheet, the font. Make one at start and
/// keep it as long as windows live. GUI thread.
/// Custom widgets do not ask this object for colours but their palette: `ThemeColors::of(palette())`.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);
    ~Theme() override;

    /// Applies at once. System follows the desktop's setting, also when it changes later.
    void setChoice(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const;

Q_SIGNALS:
    void changed(bool dark);

private:
    void apply();
    [[nodiscard]] static QString styleSheet(const ThemeColors &colors);

    QApplication &m_application;
    SystemColorScheme *m_system;
    ThemeChoice m_choice = ThemeChoice::System;
};

/// Sizes and fonts derived from the user's font: 13 pixels of text at 100 % are the measure of the drawings.
namespace ThemeMetrics {

/// A length of the drawings (pixels at 100 %) for a user whose text has the font `base`.
[[nodiscard]] int length(int pixels, const QFont &base);
/// The icon of a button that has a text too: wider than high, which keeps the two apart.
[[nodiscard]] QSize buttonIcon(const QFont &base);
/// The font of the drawings' text of this height (20 header title, 15 section title, 13 text, 11 to 12 small).
[[nodiscard]] QFont font(const QFont &base, double pixels, QFont::Weight weight = QFont::Normal);
/// The system's monospace font for logs and figures, `pixels` high as in font().
[[nodiscard]] QFont monospace(const QFont &base, double pixels = 13);

} // namespace ThemeMetrics

} // namespace portlight
