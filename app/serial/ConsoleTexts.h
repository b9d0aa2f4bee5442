// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// What a mark between two lines says.
    [[nodiscard]] static QString mark(const LineMark &mark);
    /// "12 new lines, 1 failure".
    [[nodiscard]] static QString newLines(qint64 lines, qint64 failures);
    [[nodiscard]] static QString failures(qint64 count);
    /// "44 kB · ends 3 s ago".
    [[nodiscard]] static QString size(qint64 bytes, const QDateTime &lastArrival, const QDateTime &now);
    [[nodiscard]] static QString boot(int number, int count);
    /// For the tooltip of a line.
    [[nodiscard]] static QString explain(const SerialLine &line);
    [[nodiscard]] static QString duration(qint64 milliseconds);
};

} // namespace portlight
