// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ScannedText.h"

#include <QByteArrayView>

namespace portlight {

/// Turns raw bytes of a log into lines of plain text, a few gigabytes per second: what LineCutter and AnsiParser say,
/// in one pass for the lines that hold nothing unusual. Takes lines of the hypervisor out of lines of the guest.
/// Pure; any thread.
class PlainScanner
{
public:
    enum class End {
        Open,  ///< More may follow: what has no line feed yet stays out.
        Final, ///< What has no line feed is a line too.
    };
    /// Adds the lines of `raw`, which begins where a line or a piece begins and has at most 1 GiB, to an empty `out`.
    static void scan(QByteArrayView raw, End end, ScanState &state, ScannedText &out);
};

} // namespace portlight
