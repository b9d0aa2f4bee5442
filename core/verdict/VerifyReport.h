// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/DesktopFacts.h"
#include "verdict/JointVerdict.h"
#include "verdict/Stage.h"
#include "verdict/StageFailure.h"
#include "verdict/Verdict.h"

#include <QJsonObject>

#include <chrono>
#include <optional>

namespace portlight {

/// What a check of one target found: the object `portlight verify --json` prints (contracts.md, "verify").
struct VerifyReport
{
    QString target;    ///< As shown to people; never with a password.
    bool isVm = false; ///< The JSON then also has `diagnosis` and `joint_verdict`.
    Verdict verdict = Verdict::Unknown;
    std::chrono::milliseconds elapsed{0};
    QList<StageResult> stages;           ///< In order; toJson() adds those that are missing as skipped.
    std::optional<DesktopFacts> desktop; ///< Only when a complete picture came.
    std::optional<StageFailure> failure; ///< Of the first failed stage.
    QJsonObject diagnosis;               ///< Of a VM; empty (JSON null) while nothing diagnoses it.

    [[nodiscard]] bool isVerified() const { return verdict == Verdict::Verified; }
    /// The stage's result; skipped when there is none.
    [[nodiscard]] StageResult stage(Stage stage) const;
    /// Sets or replaces the stage's result, keeping the order.
    void setStage(StageResult result);
    /// One translated sentence for people: the verdict and its reason.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace portlight
