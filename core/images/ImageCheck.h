// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "images/Image.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace portlight {

/// What an offline look into an image found, without booting it and without root (debugfs on the host).
struct ImageCheck
{
    Q_DECLARE_TR_FUNCTIONS(ImageCheck)

public:
    struct Finding
    {
        enum class Status { Passed, Warned, Failed };
        QString id; ///< "unit.missing", "unit.not-enabled", "exec.missing", ... as in contracts.md.
        Status status = Status::Passed;
        QString subject; ///< Unit or path.
        QString text;    ///< Translated sentence.
        QString fix;     ///< Translated; empty when passed.
    };

    QString rootDisk;
    QList<Finding> findings;

    /// Nothing failed.
    [[nodiscard]] bool passed() const;
    [[nodiscard]] QJsonObject toJson() const;

    /// Errors: "file.missing", "image.not-ext4" (both Usage), "tool.missing" (Unreachable) and those of Host.
    [[nodiscard]] static Result<ImageCheck> inspect(Host &host, const QString &rootDisk,
                                                    const Cancellation &cancellation);
    /// The same, and kernel, initrd and boot arguments too.
    [[nodiscard]] static Result<ImageCheck> inspect(Host &host, const Image &image, const Cancellation &cancellation);
};

} // namespace portlight
