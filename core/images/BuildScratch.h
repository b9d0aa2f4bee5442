// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/BuildTools.h"
#include "images/ImageFolders.h"

namespace portlight {

/// The two folders a build works in: `<image>/building`, which becomes the new version, and a scratch folder that
/// user namespaces can reach. The first names the second, so that a later build can remove what a killed one left.
class BuildScratch
{
public:
    BuildScratch(Host &host, const BuildTools &tools, const ImageFolders &folders);

    /// Removes what a killed build left, then makes both folders.
    [[nodiscard]] Result<void> open(const Cancellation &cancellation);
    /// Removes the scratch folder; it must not be there in a finished image.
    [[nodiscard]] Result<void> closeScratch();
    /// Removes both, whatever happened; never cancelled.
    void discard();

    /// Where big temporary things go; readable for user namespaces.
    [[nodiscard]] QString path() const { return m_path; }

    /// The folder below which scratch folders are made.
    static constexpr auto parent = "/var/tmp";

private:
    [[nodiscard]] Result<void> removeLeftovers(const Cancellation &cancellation);
    [[nodiscard]] Result<void> removeScratch(const QString &path);

    Host &m_host;
    const BuildTools &m_tools;
    const ImageFolders &m_folders;
    QString m_path;
};

} // namespace portlight
