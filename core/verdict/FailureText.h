// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/StageFailure.h"

#include <QStringList>

namespace portlight {

/// The failure with its sentence and fix from the one table in FailureText.cpp. `key` is the failure id, or
/// "id@variant" where the table has several sentences for one id. `arguments` fill %1, %2 of the sentence: %1 is the
/// endpoint or subject, %2 what was seen. An unknown key gives a plain sentence that names it.
[[nodiscard]] StageFailure stageFailure(Stage stage, const QString &key, const QStringList &arguments = {});

/// All failure ids that have a sentence, sorted.
[[nodiscard]] QStringList failureIds();

/// Text of a server or guest made fit for a sentence: control characters become spaces, at most `most` characters.
[[nodiscard]] QString tamedText(const QString &text, int most = 200);

} // namespace portlight
