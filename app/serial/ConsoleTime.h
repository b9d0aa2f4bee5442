// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace portlight {

/// Which time stands beside a line of the log.
enum class ConsoleTime : quint8 {
    SinceBoot,  ///< Since the kernel began, by its own stamps or reckoned from them.
    Arrival,    ///< The wall clock when the line was read; nothing for what stood in the log before.
    Difference, ///< Since the line shown before it.
};

} // namespace portlight

Q_DECLARE_METATYPE(portlight::ConsoleTime)
