// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/VerifyReport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QJsonObject stageJson(const StageResult &stage)
{
    return {
        {u"id"_s, stageId(stage.id)},
        {u"status"_s, stageStatusId(stage.status)},
        {u"elapsed_ms"_s, qint64{stage.elapsed.count()}},
        {u"detail"_s, stage.detail},
    };
}

QJsonValue failureJson(const std::optional<StageFailure> &failure)
{
    if (!failure)
        return QJsonValue::Null;
    return QJsonObject{
        {u"stage"_s, stageId(failure->stage)},
        {u"id"_s, failure->id},
        {u"summary"_s, failure->summary},
        {u"fix"_s, failure->fix},
    };
}

} // namespace

StageResult VerifyReport::stage(Stage stage) const
{
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const auto &each) { return each.id == stage; });
    return found == stages.end() ? StageResult{stage, StageStatus::Skipped, {}, {}} : *found;
}

void VerifyReport::setStage(StageResult result)
{
    const auto place = std::lower_bound(stages.begin(), stages.end(), result.id,
                                        [](const auto &each, Stage id) { return each.id < id; });
    if (place != stages.end() && place->id == result.id)
        *place = std::move(result);
    else
        stages.insert(place, std::move(result));
}

QString VerifyReport::sentence() const
{
    const QString reason = failure ? failure->summary : QString();
    switch (verdict) {
    case Verdict::Verified:
        return QCoreApplication::translate("VerifyReport", "The desktop is there: %1×%2 pixels, %3 colours.")
            .arg(desktop ? desktop->width : 0)
            .arg(desktop ? desktop->height : 0)
            .arg(desktop ? desktop->distinctColors : 0);
    case Verdict::Starting:
        return QCoreApplication::translate("VerifyReport", "The VM is still starting. %1").arg(reason).trimmed();
    case Verdict::Degraded:
    case Verdict::Failing:
    case Verdict::Unknown:
        break;
    }
    return reason.isEmpty() ? QCoreApplication::translate("VerifyReport", "It has not been checked yet.") : reason;
}

QJsonObject VerifyReport::toJson() const
{
    QJsonArray stageList;
    for (const Stage each : allStages())
        stageList.append(stageJson(stage(each)));
    QJsonObject object{
        {u"target"_s, target},
        {u"verified"_s, isVerified()},
        {u"verdict"_s, verdictId(verdict)},
        {u"elapsed_ms"_s, qint64{elapsed.count()}},
        {u"stages"_s, stageList},
        {u"desktop"_s, desktop ? QJsonValue(desktop->toJson()) : QJsonValue(QJsonValue::Null)},
        {u"failure"_s, failureJson(failure)},
    };
    if (isVm) {
        object[u"diagnosis"_s] = diagnosis.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(diagnosis);
        object[u"joint_verdict"_s] = jointVerdict(*this).toJson();
    }
    return object;
}

} // namespace portlight
