// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace portlight {

/// Writes pictures as PNG, as a whole or not at all.
namespace ScreenshotFile {

/// Whether a file could be written there, tried without touching what is there. Error: "screenshot.unwritable"
/// (Usage).
[[nodiscard]] Result<void> check(const QString &path);
/// The picture as a PNG file's content; empty when that failed. Any thread.
[[nodiscard]] QByteArray encode(const QImage &image);
/// Replaces what is there. Error: "screenshot.unwritable" (Usage).
[[nodiscard]] Result<void> write(const QString &path, const QImage &image);
/// Likewise, of what encode() made.
[[nodiscard]] Result<void> write(const QString &path, const QByteArray &png);

} // namespace ScreenshotFile

} // namespace portlight
