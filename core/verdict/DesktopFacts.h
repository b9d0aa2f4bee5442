// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace portlight {

/// What a complete picture of the desktop showed.
struct DesktopFacts
{
    QString name;           ///< As the server gives it, tamed.
    int width = 0;          ///< Pixels.
    int height = 0;         ///< Pixels.
    bool blank = false;     ///< One colour.
    int distinctColors = 0; ///< Exact up to 65,536, then that number.
    QString screenshot;     ///< The PNG that was written; empty (JSON null) when none was.

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace portlight
