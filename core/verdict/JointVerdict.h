// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/Verdict.h"

#include <QJsonObject>

namespace portlight {

struct VerifyReport;

/// One answer from everything that is known about a VM's desktop.
struct JointVerdict
{
    Verdict verdict = Verdict::Unknown;
    QString summary;       ///< One translated sentence.
    QString cause;         ///< A cause or failure id; empty (JSON null) when nothing is wrong.
    double confidence = 0; ///< 0 to 1.
    QString fix;           ///< One translated sentence; empty (JSON null) when there is nothing to do.

    [[nodiscard]] QJsonObject toJson() const;
};

/// The joint verdict while the probe is the only witness.
[[nodiscard]] JointVerdict jointVerdict(const VerifyReport &report);

} // namespace portlight
