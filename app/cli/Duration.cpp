// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Duration.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9]{1,7}(?:\\.[0-9]{1,3})?)(ms|s|m|)$"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double factor = unit == u"ms" ? 1 : unit == u"m" ? 60'000 : 1000;
    const auto milliseconds = static_cast<qint64>(match.captured(1).toDouble() * factor);
    if (milliseconds <= 0)
        return std::nullopt;
    return std::chrono::milliseconds(milliseconds);
}

} // namespace portlight
