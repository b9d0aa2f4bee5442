// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/JobText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

constexpr std::chrono::milliseconds shortestBasis{3000};
constexpr double smallestBasis = 3;

/// Steps of 1, 5 and 10 seconds, and half minutes: the longer, the coarser.
qint64 rounded(qint64 seconds)
{
    const qint64 step = seconds < 10 ? 1 : seconds < 30 ? 5 : seconds < 120 ? 10 : 30;
    return std::max(step, (seconds + step / 2) / step * step);
}

} // namespace

std::optional<std::chrono::seconds> JobText::timeLeft(std::chrono::milliseconds elapsed, double percent)
{
    if (elapsed < shortestBasis || percent < smallestBasis || percent >= 100)
        return std::nullopt;
    const double left = double(elapsed.count()) * (100 - percent) / percent / 1000;
    return std::chrono::seconds(rounded(qint64(left)));
}

QString JobText::timeLeftText(std::optional<std::chrono::seconds> left)
{
    if (!left)
        return {};
    const qint64 seconds = left->count();
    if (seconds < 120)
        return Text::tr("about %1 s left").arg(seconds);
    return Text::tr("about %1 min left").arg((seconds + 30) / 60);
}

QString JobText::stepText(const Progress::Report &report, std::chrono::milliseconds elapsed)
{
    QString text = report.title;
    if (report.steps > 1 && report.step > 0)
        text = Text::tr("Step %1 of %2: %3").arg(report.step).arg(report.steps).arg(report.title);
    const QString left = timeLeftText(timeLeft(elapsed, report.percent));
    for (const QString &part : {report.detail, left}) {
        if (!part.isEmpty())
            text += text.isEmpty() ? part : u" · "_s + part;
    }
    return text;
}

} // namespace portlight
