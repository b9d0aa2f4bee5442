// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace portlight {

/// What goes into a golden image: a JSON file, see resources/guest/desktop.json. A recipe may build on another one
/// (`"extends": "desktop"`): lists are joined, other values replaced.
struct Recipe
{
    struct File
    {
        QString source; ///< Path on this machine or in the resources; in JSON relative to the recipe's folder.
        QString target; ///< Absolute path in the guest.
        int mode = 0644;
    };

    QString name;
    QString description;
    QString suite;  ///< Debian suite, "bookworm".
    QString mirror; ///< Used only when the host has none configured for the suite.
    QStringList packages;
    QStringList enable;   ///< Units to enable.
    QStringList mask;     ///< Units to mask.
    QStringList exclude;  ///< Paths that packages shall not install (dpkg's path-exclude patterns).
    QStringList commands; ///< Shell lines run in the guest's root at the end, as root.
    QList<File> files;
    QString hostName;
    QString userName; ///< An ordinary user, made when not empty.
    QString bootArguments;
    qint64 diskSize = 0;      ///< Apparent size of the root disk in bytes.
    qint64 expectedUsage = 0; ///< What the finished image takes on disk, in bytes; for the question "is there room?".
    qint64 expectedDownload = 0; ///< Bytes of packages to download without a cache.
    QString folder;              ///< Where sources are read from; ":/guest" for the built-in ones.

    /// The built-in recipe "desktop" or "browser", or a JSON file on this machine (an argument with a slash or ending
    /// in .json). Errors: "recipe.unknown", "recipe.unreadable", "recipe.invalid" (all Usage); the last one names file,
    /// line and column, or the field.
    [[nodiscard]] static Result<Recipe> load(const QString &nameOrFile);
    /// `fileName` is for messages, `folder` for sources.
    [[nodiscard]] static Result<Recipe> parse(const QByteArray &json, const QString &fileName, const QString &folder);
    [[nodiscard]] static QStringList builtIn();
};

} // namespace portlight
