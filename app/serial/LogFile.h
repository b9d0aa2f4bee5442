// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>

namespace portlight {

/// What stands at a path that somebody wants to read as a log.
class LogFile
{
    Q_DECLARE_TR_FUNCTIONS(LogFile)

public:
    enum class Kind {
        Text,
        Gzip,
    };

    /// Looks at the beginning of the file. Errors (Usage): "file.missing", "file.folder", "file.denied", "file.special"
    /// (a device or the like), "file.compressed" (one that has to be unpacked by hand), "file.binary" (could be read
    /// nevertheless).
    [[nodiscard]] static Result<Kind> inspect(const QString &path);
    /// Bytes that are no text of any console. Broken encodings, colours and NULs are usual in logs and do not count.
    [[nodiscard]] static bool isBinary(QByteArrayView beginning);
};

} // namespace portlight
