// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmEntry.h"
#include "settings/Icons.h"
#include "settings/ThemeColors.h"

#include <array>

namespace portlight {

/// One of the four lamps of the header. Icon and words say the state, colour only helps.
struct Lamp
{
    enum class State { Good, Warned, Bad, Waiting, Unknown, Off };
    State state = State::Off;
    QString text;    ///< "Guest booted in 16.4 s"
    QString toolTip; ///< More of it. May be empty.

    [[nodiscard]] Icon icon() const;
    [[nodiscard]] QColor color(const ThemeColors &colors) const;
    /// The state as a word, translated, for screen readers.
    [[nodiscard]] QString stateWord() const;
};

/// Process, VMM, guest, desktop. Pure.
[[nodiscard]] std::array<Lamp, 4> lampsOf(const VmEntry &entry);

} // namespace portlight
