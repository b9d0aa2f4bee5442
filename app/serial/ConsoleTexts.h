// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleTime.h"
#include "serial/LineStore.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace portlight {

/// The sentences of the console.
class ConsoleTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleTexts)

public:
    /// "+11.3 s", "+12:05", "+1:02:03", "≥11.3 s" when it may be later; empty when the time is unknown.
    [[nodiscard]] static QString sinceBoot(const SerialLine &line);
    /// What stands in the time column; empty when it is unknown. `before` is the line shown before, null for none.
    [[nodiscard]] static QString time(ConsoleTime column, const SerialLine &line, const SerialLine *before);
    /// Milliseconds from one line to the next, where that is known: by the kernel's stamps of both, or by arrival.
    [[nodiscard]] static std::optional<qint64> between(const SerialLine &before, const SerialLine &line);
    /// "12 s of silence".
    [[nodiscard]] static QString silence(qint64 milliseconds);
    /// "Boot 2 of 3 · kernel 6.1.0-56 · 22 Nov 21:10".
    [[nodiscard]] static QString bootBegins(qint64 number, qint64 count, const SerialBoot &boot);
    /// "Failure", "Warning", …; empty for what is nothing special.
    [[nodiscard]] static QString kind(const SerialLine &line);
    /// What a mark between two lines says.
    [[nodiscard]] static QString mark(const LineMark &mark);
    /// "12 new lines, 1 failure".
    [[nodiscard]] static QString newLines(qint64 lines, qint64 failures);
    [[nodiscard]] static QString failures(qint64 count);
    [[nodiscard]] static QString newFailures(qint64 count);
    /// "44 kB · ends 3 s ago".
    [[nodiscard]] static QString size(qint64 bytes, const QDateTime &lastArrival, const QDateTime &now);
    [[nodiscard]] static QString boot(qint64 number, qint64 count);
    /// For the tooltip of a line.
    [[nodiscard]] static QString explain(const SerialLine &line);
    [[nodiscard]] static QString duration(qint64 milliseconds);
};

} // namespace portlight
