// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace portlight {

/// One version of a golden image on a host. All paths are absolute paths on that host; the files are never changed
/// after the build, because disks of VMs are based on them.
struct Image
{
    QString name;     ///< "desktop".
    int version = 0;  ///< Counts from 1; each build makes a new one.
    QString folder;   ///< `<data>/images/<name>/v<N>`.
    QString rootDisk; ///< Raw ext4 without a partition table: the guest's /dev/vda.
    QString kernel;   ///< Debian's bzImage (QEMU boots it; Firecracker wants `kernel` unpacked or a PVH loader).
    QString initrd;
    QString bootArguments; ///< What the guest needs on its kernel command line; engines add their own.
    QString recipe;        ///< Name of the recipe.
    QString description;
    QString suite;          ///< "bookworm".
    QString kernelVersion;  ///< "6.1.0-28-cloud-amd64".
    QDateTime built;        ///< UTC.
    qint64 size = 0;        ///< Apparent size of the root disk in bytes.
    qint64 diskUsage = 0;   ///< Bytes that all files of this version take on disk.
    QString rootDiskSha256; ///< Lower-case hex; empty where it was not computed.
    QStringList packages;   ///< "name version", sorted.
    QStringList units;      ///< systemd units that the recipe enables.

    /// "desktop@2".
    [[nodiscard]] QString reference() const;
    /// For image.json and `--json`; `packages` only when asked for.
    [[nodiscard]] QJsonObject toJson(bool withPackages = true) const;
    /// Reads image.json. `folder` is where it was found: file paths are made from it, so that a folder may be moved.
    /// Error: "image.damaged" (Failed).
    [[nodiscard]] static Result<Image> fromJson(const QByteArray &json, const QString &folder);

    static constexpr auto rootDiskFile = "rootfs.ext4";
    static constexpr auto kernelFile = "vmlinuz";
    static constexpr auto initrdFile = "initrd.img";
    static constexpr auto metadataFile = "image.json";
    static constexpr auto buildLogFile = "build.log";
};

} // namespace portlight
