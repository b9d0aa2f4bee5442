// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmEntry.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace portlight {

/// The answer at the top of the window. Pure, so that the table can be tested.
struct HeaderText
{
    QString sentence;  ///< "The desktop is there."
    QStringList facts; ///< "verified 12 s ago in 41 ms", "1280×800", "desktop image v3"
    QString toolTip;   ///< The exact time, and what to do when something failed.

    [[nodiscard]] static HeaderText of(const VmEntry &entry, const QDateTime &now);
};

} // namespace portlight
