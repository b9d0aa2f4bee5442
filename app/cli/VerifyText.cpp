// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VerifyText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString stageLine(const StageResult &stage, qsizetype titleWidth, qsizetype statusWidth)
{
    const bool ran = stage.status != StageStatus::Skipped;
    const QString time =
        ran ? QCoreApplication::translate("VerifyText", "%1 ms").arg(stage.elapsed.count()) : QString();
    return u"  %1  %2  %3  %4"_s
        .arg(stageTitle(stage.id).leftJustified(titleWidth), stageStatusTitle(stage.status).leftJustified(statusWidth),
             time.rightJustified(9), stage.detail)
        .trimmed()
        .prepend(u"  "_s);
}

} // namespace

QString verifyText(const VerifyReport &report)
{
    QStringList lines{QCoreApplication::translate("VerifyText", "%1: %2. %3")
                          .arg(report.target, verdictTitle(report.verdict), report.sentence())};
    if (report.failure && !report.failure->fix.isEmpty())
        lines.append(QCoreApplication::translate("VerifyText", "What to do: %1").arg(report.failure->fix));
    qsizetype titleWidth = 0;
    qsizetype statusWidth = 0;
    for (const Stage each : allStages()) {
        titleWidth = std::max(titleWidth, stageTitle(each).size());
        statusWidth = std::max(statusWidth, stageStatusTitle(report.stage(each).status).size());
    }
    for (const Stage each : allStages())
        lines.append(stageLine(report.stage(each), titleWidth, statusWidth));
    if (report.desktop && !report.desktop->screenshot.isEmpty())
        lines.append(QCoreApplication::translate("VerifyText", "Screenshot: %1").arg(report.desktop->screenshot));
    lines.append(QCoreApplication::translate("VerifyText", "Checked in %1 ms.").arg(report.elapsed.count()));
    return lines.join(u'\n');
}

} // namespace portlight
