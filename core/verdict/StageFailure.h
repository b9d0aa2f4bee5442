// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/Stage.h"

namespace portlight {

/// Why a stage failed. Code and tests look at `stage` and `id` only. Made by stageFailure() in FailureText.h.
struct StageFailure
{
    Stage stage = Stage::Tcp;
    QString id;      ///< Stable, from the table in contracts.md, e.g. "tcp.refused".
    QString summary; ///< One translated sentence: what happened.
    QString fix;     ///< One translated sentence: what to do about it.
};

} // namespace portlight
