// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace portlight {

/// How a desktop session does at the moment.
struct SessionStatistics
{
    double updatesPerSecond = 0;   ///< Over the last second or two.
    double kilobytesPerSecond = 0; ///< Received, 1000 bytes each.
    qint64 bytesReceived = 0;
    qint64 updates = 0;
    QStringList encodings; ///< Names of those the server has used, sorted.
};

} // namespace portlight
