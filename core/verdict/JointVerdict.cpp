// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/JointVerdict.h"

#include "verdict/VerifyReport.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// How far a probe alone can be believed: it sees that something is wrong for certain, why only roughly.
double confidenceOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Verified:
        return 0.99;
    case Verdict::Degraded:
        return 0.8;
    case Verdict::Failing:
        return 0.6;
    case Verdict::Starting:
        return 0.5;
    case Verdict::Unknown:
        return 0.3;
    }
    return 0;
}

} // namespace

QJsonObject JointVerdict::toJson() const
{
    return {
        {u"verdict"_s, verdictId(verdict)}, {u"summary"_s, summary},     {u"cause"_s, textOrNull(cause)},
        {u"confidence"_s, confidence},      {u"fix"_s, textOrNull(fix)},
    };
}

JointVerdict jointVerdict(const VerifyReport &report)
{
    JointVerdict joint;
    joint.verdict = report.verdict;
    joint.summary = report.sentence();
    joint.confidence = confidenceOf(report.verdict);
    if (report.failure) {
        joint.cause = report.failure->id;
        joint.fix = report.failure->fix;
    }
    return joint;
}

} // namespace portlight
