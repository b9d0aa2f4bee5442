// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace portlight {

/// What a VM is meant to be: the content of vm.json. What it is at the moment is read from the host (VmStatus).
struct VmSpec
{
    QString id; ///< 12 hex digits.
    QString name;
    QString engine; ///< "qemu"; later "firecracker".

    QString image; ///< Name of the golden image.
    int imageVersion = 0;
    QString rootDisk; ///< The image's ext4 file, never written to.
    QString kernel;
    QString initrd;        ///< Empty: none.
    QString bootArguments; ///< The image's own; the engine adds what it needs.

    int memoryMiB = 1024;
    int processors = 2;
    bool debugBoot = false; ///< Kernel and services talk more.
    QDateTime created;      ///< UTC.

    bool creating = false; ///< Written first and cleared last: true without a lock held means an interrupted create.
    bool wanted = false;   ///< Somebody started it and nobody stopped it.
    int boots = 0;         ///< Number of the newest console file; 0 before the first start.

    [[nodiscard]] QJsonObject toJson() const;
    /// Error: "vm.damaged" for missing or wrong fields; `source` is named in it.
    [[nodiscard]] static Result<VmSpec> fromJson(const QByteArray &json, const QString &source);
};

} // namespace portlight
