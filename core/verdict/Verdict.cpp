// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/Verdict.h"

#include "verdict/StageFailure.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QString verdictId(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Verified:
        return u"verified"_s;
    case Verdict::Starting:
        return u"starting"_s;
    case Verdict::Degraded:
        return u"degraded"_s;
    case Verdict::Failing:
        return u"failing"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Verified:
        return QCoreApplication::translate("Verdict", "Verified");
    case Verdict::Starting:
        return QCoreApplication::translate("Verdict", "Starting");
    case Verdict::Degraded:
        return QCoreApplication::translate("Verdict", "Degraded");
    case Verdict::Failing:
        return QCoreApplication::translate("Verdict", "Failing");
    case Verdict::Unknown:
        return QCoreApplication::translate("Verdict", "Unknown");
    }
    return {};
}

Verdict verdictOf(const StageFailure &failure, bool booting)
{
    if (failure.id == "auth.required"_L1 || failure.id == "tls.untrusted"_L1 || failure.id == "host.unreachable"_L1)
        return Verdict::Unknown;
    if (failure.stage == Stage::Picture)
        return Verdict::Degraded;
    return booting ? Verdict::Starting : Verdict::Failing;
}

} // namespace portlight
