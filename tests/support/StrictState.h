// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QSize>

namespace portlight {

/// What a strict server and its client have told each other so far.
struct StrictState
{
    QSize size;
    QByteArray pixelFormat; ///< As on the wire, 16 bytes; empty: the server's own.
    QSet<qint32> encodings; ///< The client's.
    // What the server has shown that it can; before that the client must not use it.
    bool hasScanCodes = false;
    bool hasMoreButtons = false;
    bool hasPower = false;
    bool hasFences = false;
    bool hasContinuousUpdates = false;
    bool hasSizes = false;
    bool hasClipboard = false;
    QList<QByteArray> fences;    ///< Payloads of those the client has not answered.
    quint32 clientClipboard = 0; ///< Flags of what its clipboard can.
};

} // namespace portlight
