// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/KernelEvent.h"
#include "serial/LineIndex.h"

#include <QByteArrayView>

#include <optional>

namespace portlight {

class LineStretch;

/// Finds where the text of an older boot goes on behind that of a newer one: Firecracker (/serial, 1.14 and later) and
/// others write over a log from its beginning without emptying it first. Seen by a kernel's time that goes back without
/// a kernel beginning, by a kernel that speaks on after its good-bye, and by the rest of a line that was cut in the
/// middle. Where old and new text fit together by chance, it is not seen.
class OlderText
{
public:
    /// Stamps come out of order by less (printk of several processors, early calibration).
    static constexpr qint64 LeastStepBack = 500'000;
    /// Lines looked at for the place where a line was cut.
    static constexpr qint64 MostLinesBack = 64;

    /// Takes note of the next event; `before` is the stamp before it. True when it shows that older text has begun.
    [[nodiscard]] bool see(const KernelEvent &event, qint64 before);
    /// Another file begins.
    void begin() { *this = OlderText(); }

    /// The first line of the older text, when an event shows it; -1 when there is another reason. `stretch` holds lines
    /// from `first` to the event's; `isAfterMark`: before `first` something is missing, maybe the beginning of a
    /// kernel.
    [[nodiscard]] static qint64 place(const LineStretch &stretch, qint64 first, bool isAfterMark,
                                      const KernelEvent &event);

    /// A line that is the end of a kernel's line: "4567] virtio_blk virtio0: ...".
    [[nodiscard]] static bool isEndOfStamp(QByteArrayView line);
    /// Whether a line may be the end of another one, cut in the middle of a word.
    [[nodiscard]] static bool mayBeEnd(QByteArrayView line);
    /// Whether `line` is the end of the line that follows it: a log that repeats itself was cut there.
    [[nodiscard]] static bool isEndOf(QByteArrayView line, QByteArrayView next);

private:
    /// What may happen by chance counts once for a file.
    bool m_isFound = false;
    std::optional<qint64> m_goodbye;
};

} // namespace portlight
