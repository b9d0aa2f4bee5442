// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace portlight {

/// The steps of a desktop check, in the order in which they are climbed (contracts.md, "verify").
enum class Stage { Vm, Address, Tcp, Http, Websocket, RfbVersion, RfbSecurity, RfbInit, Framebuffer, Picture, Input };

/// All stages in order.
[[nodiscard]] const QList<Stage> &allStages();
/// Stable id for JSON and tests, e.g. "rfb-version"; never translated.
[[nodiscard]] QString stageId(Stage stage);
/// Short translated name for people, e.g. "RFB version".
[[nodiscard]] QString stageTitle(Stage stage);

enum class StageStatus {
    Passed,
    Failed,
    Skipped, ///< Does not apply to the target, was switched off, or was not reached.
    Warned,  ///< Not as it should be, but no reason to stop.
};
/// "passed", "failed", "skipped" or "warned"; never translated.
[[nodiscard]] QString stageStatusId(StageStatus status);
/// The same for people, translated.
[[nodiscard]] QString stageStatusTitle(StageStatus status);

/// What came out of one stage.
struct StageResult
{
    Stage id = Stage::Vm;
    StageStatus status = StageStatus::Skipped;
    std::chrono::milliseconds elapsed{0};
    QString detail; ///< What was seen. A warned stage's detail begins with the failure id, e.g. "http.not-novnc: ...".
};

} // namespace portlight
