// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "verdict/VerifyReport.h"

#include <QByteArray>
#include <QList>

namespace portlight {

/// Reports as JUnit XML: a suite for each target, a case for each stage.
namespace JUnitFile {

[[nodiscard]] QByteArray xml(const QList<VerifyReport> &reports);

/// Whether a file could be written there, tried without touching what is there. Error: "junit.unwritable" (Usage).
[[nodiscard]] Result<void> check(const QString &path);
/// Writes the file as a whole or not at all. Error: "junit.unwritable" (Usage).
[[nodiscard]] Result<void> write(const QString &path, const QList<VerifyReport> &reports);

} // namespace JUnitFile

} // namespace portlight
