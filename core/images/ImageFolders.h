// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

namespace portlight {

/// Where one image name keeps its files on a host.
struct ImageFolders
{
    QString root;     ///< `<data>/images`.
    QString image;    ///< `<data>/images/<name>`.
    QString building; ///< The version that is being built; never listed.
    QString packages; ///< `<cache>/packages/<suite>`: downloaded packages of earlier builds.
    QString lockFile; ///< Held while the image's versions change.

    static Result<ImageFolders> of(Host &host, const QString &name, const QString &suite,
                                   const Cancellation &cancellation);
    [[nodiscard]] QString version(int number) const;
    [[nodiscard]] QString failedLog() const;

    /// 3 for "v3", 0 for anything else.
    [[nodiscard]] static int versionNumber(const QString &folderName);
};

} // namespace portlight
