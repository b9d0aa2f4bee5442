// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "hosts/Host.h"

#include <QString>

namespace portlight {

/// What a LogGuard took out of the middle of a log: the bytes [from, to) of the file, a hole full of NULs.
struct LogCut
{
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] bool isEmpty() const { return to <= from; }
    [[nodiscard]] qint64 size() const { return isEmpty() ? 0 : to - from; }

    friend bool operator==(const LogCut &, const LogCut &) = default;
};

/// Reads "<log>.cuts". Empty where nothing was cut, the note is damaged, or it belongs to a longer log that stood under
/// this name before. `log` is the file itself, not a link to it. The note is written before the hole is made: what was
/// read before the note was found without a cut there is what the guest wrote.
[[nodiscard]] LogCut readLogCut(Host &host, const QString &log, const Cancellation &cancellation);

} // namespace portlight
