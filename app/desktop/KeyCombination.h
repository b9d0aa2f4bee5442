// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight {

/// Keys that are pressed together, as X11 keysyms in the order of their presses.
struct KeyCombination
{
    QList<quint32> keysyms;

    /// More keys than anybody has fingers to spare are a damaged setting.
    static constexpr int mostKeys = 6;

    /// For people, translated: "Ctrl+Alt+Del".
    [[nodiscard]] QString name() const;
    /// For settings: "ffe3+ffe9+ffff".
    [[nodiscard]] QString toText() const;
    /// Empty when the text is none.
    [[nodiscard]] static KeyCombination fromText(const QString &text);

    /// What the window manager or the system would keep for itself, in the order of the menu; Ctrl+Alt+F1 to F12 are
    /// not among them.
    [[nodiscard]] static QList<KeyCombination> usual();
    /// Ctrl+Alt+F1 to Ctrl+Alt+F12.
    [[nodiscard]] static QList<KeyCombination> consoles();

    friend bool operator==(const KeyCombination &, const KeyCombination &) = default;
};

} // namespace portlight
