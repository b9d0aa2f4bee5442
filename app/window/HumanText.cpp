// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/HumanText.h"

#include <QCoreApplication>
#include <QLocale>

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HumanText)
};

} // namespace

QString HumanText::ago(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 1)
        return Text::tr("just now");
    if (seconds < 60)
        return Text::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return Text::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return Text::tr("%1 h ago").arg(seconds / 3600);
    return Text::tr("%1 days ago").arg(seconds / 86400);
}

QString HumanText::span(std::chrono::milliseconds time)
{
    const QLocale locale;
    const qint64 milliseconds = time.count();
    if (milliseconds < 1000)
        return Text::tr("%1 ms").arg(milliseconds);
    if (milliseconds < 120'000)
        return Text::tr("%1 s").arg(locale.toString(double(milliseconds) / 1000, 'f', 1));
    return Text::tr("%1 min %2 s").arg(milliseconds / 60'000).arg(milliseconds / 1000 % 60);
}

QString HumanText::size(qint64 bytes)
{
    const QLocale locale;
    const double megabytes = double(bytes) / 1e6;
    if (megabytes >= 1000)
        return Text::tr("%1 GB").arg(locale.toString(megabytes / 1000, 'f', megabytes < 10'000 ? 1 : 0));
    return Text::tr("%1 MB").arg(locale.toString(megabytes, 'f', megabytes < 10 ? 1 : 0));
}

QString HumanText::exact(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

} // namespace portlight
