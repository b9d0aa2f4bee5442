// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleTexts.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

QString ConsoleTexts::sinceBoot(const SerialLine &line)
{
    if (!line.sinceBoot)
        return {};
    const qint64 seconds = *line.sinceBoot / 1000;
    const QString sign = line.sinceBootIsLeast ? u"≥"_s : u"+"_s;
    const auto two = [](qint64 value) {
        return u"%1"_s.arg(value, 2, 10, QChar(u'0'));
    };
    if (seconds < 1000)
        return sign + tr("%1 s").arg(double(*line.sinceBoot) / 1000.0, 0, 'f', 1);
    if (seconds < 3600)
        return sign + u"%1:%2"_s.arg(QString::number(seconds / 60), two(seconds % 60));
    if (seconds < 100 * 3600)
        return sign + u"%1:%2:%3"_s.arg(QString::number(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
    return sign + tr("%1 h").arg(seconds / 3600);
}

std::optional<qint64> ConsoleTexts::between(const SerialLine &before, const SerialLine &line)
{
    if (before.kernelTime && line.kernelTime && *line.kernelTime >= *before.kernelTime)
        return (*line.kernelTime - *before.kernelTime) / 1000;
    if (before.arrival.isValid() && line.arrival.isValid())
        return std::max<qint64>(0, before.arrival.msecsTo(line.arrival));
    const bool exact = before.sinceBoot && line.sinceBoot && !before.sinceBootIsLeast && !line.sinceBootIsLeast;
    if (exact && *line.sinceBoot >= *before.sinceBoot)
        return *line.sinceBoot - *before.sinceBoot;
    return std::nullopt;
}

QString ConsoleTexts::time(ConsoleTime column, const SerialLine &line, const SerialLine *before)
{
    switch (column) {
    case ConsoleTime::Arrival:
        // Tenths are as exact as reading is.
        return line.arrival.isValid() ? line.arrival.toLocalTime().toString(u"HH:mm:ss.zzz"_s).chopped(2) : QString();
    case ConsoleTime::Difference: {
        const auto passed = before ? between(*before, line) : std::nullopt;
        SerialLine difference;
        difference.sinceBoot = passed;
        return passed ? sinceBoot(difference) : QString();
    }
    case ConsoleTime::SinceBoot:
        break;
    }
    return sinceBoot(line);
}

QString ConsoleTexts::silence(qint64 milliseconds)
{
    return tr("%1 of silence").arg(duration(milliseconds));
}

QString ConsoleTexts::bootBegins(qint64 number, qint64 count, const SerialBoot &boot)
{
    QStringList parts{ConsoleTexts::boot(number, count)};
    if (!boot.kernel.isEmpty())
        parts.append(tr("kernel %1").arg(boot.kernel));
    if (boot.arrival.isValid())
        parts.append(QLocale().toString(boot.arrival.toLocalTime(), u"d MMM HH:mm"_s));
    return parts.join(u" · "_s);
}

QString ConsoleTexts::kind(const SerialLine &line)
{
    if (line.mark.kind != LineMark::Kind::None)
        return tr("Notice");
    switch (line.lineClass) {
    case LineClass::Failure:
        return tr("Failure");
    case LineClass::Warning:
        return tr("Warning");
    case LineClass::Good:
        return tr("Good news");
    case LineClass::Vmm:
        return tr("Hypervisor");
    default:
        return {};
    }
}

QString ConsoleTexts::duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    if (seconds < 1)
        return tr("less than 1 s");
    if (seconds < 120)
        return tr("%1 s").arg(seconds);
    if (seconds < 7200)
        return tr("%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return tr("%1 h").arg(seconds / 3600);
    return tr("%1 days").arg(seconds / 86400);
}

QString ConsoleTexts::mark(const LineMark &mark)
{
    switch (mark.kind) {
    case LineMark::Kind::Truncated:
        return tr("The log was cut here. What follows was written from its beginning.");
    case LineMark::Kind::Replaced:
        return tr("A new log begins here.");
    case LineMark::Kind::Gap:
        return tr("The connection was lost for %1. The log goes on without a gap.").arg(duration(mark.duration));
    case LineMark::Kind::Lost:
        return tr("%1 of the log could not be read.")
            .arg(QLocale().formattedDataSize(mark.bytes, 0, QLocale::DataSizeSIFormat));
    case LineMark::Kind::Cut:
        return tr("%1 were taken out here, because the log had grown too large.")
            .arg(QLocale().formattedDataSize(mark.bytes, 0, QLocale::DataSizeSIFormat));
    case LineMark::Kind::Overwritten:
        return tr("Older text follows: a new boot wrote over the beginning of this file.");
    case LineMark::Kind::Rewritten:
        return tr("A new boot writes over this file from its beginning. The new text follows.");
    case LineMark::Kind::None:
        break;
    }
    return {};
}

QString ConsoleTexts::failures(qint64 count)
{
    if (count == 0)
        return tr("No failures");
    return count == 1 ? tr("1 failure") : tr("%Ln failures", nullptr, int(std::min<qint64>(count, INT_MAX)));
}

QString ConsoleTexts::newFailures(qint64 count)
{
    return count == 1 ? tr("1 new failure") : tr("%Ln new failures", nullptr, int(std::min<qint64>(count, INT_MAX)));
}

QString ConsoleTexts::newLines(qint64 lines, qint64 failureCount)
{
    const QString text =
        lines == 1 ? tr("1 new line") : tr("%Ln new lines", nullptr, int(std::min<qint64>(lines, INT_MAX)));
    return failureCount == 0 ? text : tr("%1, %2", "new lines, failures").arg(text, failures(failureCount));
}

QString ConsoleTexts::size(qint64 bytes, const QDateTime &lastArrival, const QDateTime &now)
{
    QString size = QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
    if (!lastArrival.isValid())
        return size;
    const qint64 ago = lastArrival.msecsTo(now);
    return ago < 2000 ? tr("%1 · being written").arg(size) : tr("%1 · ends %2 ago").arg(size, duration(ago));
}

QString ConsoleTexts::boot(qint64 number, qint64 count)
{
    const QLocale locale;
    return tr("Boot %1 of %2").arg(locale.toString(number), locale.toString(count));
}

QString ConsoleTexts::explain(const SerialLine &line)
{
    QStringList parts;
    if (line.fileLine > 0)
        parts.append(tr("Line %1").arg(QLocale().toString(line.fileLine)));
    if (line.lineClass == LineClass::Vmm)
        parts.append(tr("A line of the hypervisor, not of the guest."));
    if (line.kernelTime)
        parts.append(tr("The kernel's own time: %1 s").arg(double(*line.kernelTime) / 1e6, 0, 'f', 6));
    else if (line.sinceBoot && line.sinceBootIsLeast)
        parts.append(tr("At least %1 s after the kernel began").arg(double(*line.sinceBoot) / 1e3, 0, 'f', 1));
    else if (line.sinceBoot)
        parts.append(tr("About %1 s after the kernel began").arg(double(*line.sinceBoot) / 1e3, 0, 'f', 1));
    if (line.arrival.isValid())
        parts.append(
            tr("Read at %1").arg(QLocale().toString(line.arrival.toLocalTime(), u"yyyy-MM-dd HH:mm:ss.zzz"_s)));
    if (line.stitched)
        parts.append(tr("Lines of the hypervisor stood in the middle of it. They stand above it."));
    if (line.rewritten)
        parts.append(tr("The guest wrote over this line. It shows what a terminal would show at last."));
    if (line.continuation || line.continues)
        parts.append(tr("Part of a line that is too long to be shown in one."));
    return parts.join(u'\n');
}

} // namespace portlight
