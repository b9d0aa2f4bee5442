// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
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
    struct Share
    {
        QString encoding;
        double share = 0; ///< Of the pixels of the last seconds, 0 to 1.
    };
    QList<Share> mix;                  ///< Largest first.
    double roundTripMilliseconds = -1; ///< Of the last fence; below 0 where the server knows none.
    double decodeMilliseconds = 0;     ///< Spent decoding, for each update, over the last seconds.
    QString quality;                   ///< What is asked for now, e.g. "JPEG 6, compression 2", "lossless".
};

} // namespace portlight
