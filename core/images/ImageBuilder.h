// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "hosts/Host.h"
#include "images/Image.h"
#include "images/Recipe.h"

namespace portlight {

/// Turns a recipe into a new version of a golden image with mmdebstrap and mke2fs on the host.
class ImageBuilder
{
public:
    struct Options
    {
        QString name; ///< Of the image; empty: the recipe's name.
        bool usePackageCache = true;
        std::chrono::minutes timeout{60};
    };

    /// Blocks for minutes; any thread. Needs no root where user namespaces work. What is half-made when it fails or is
    /// cancelled is removed; what a killed build left behind is removed by the next one. A failed build's log is kept
    /// in `<data>/images/<name>/build-failed.log` and named in the error's hint.
    ///
    /// Errors: "tool.missing" (Unreachable; names the package), "namespaces.missing" (Unreachable), "disk.full"
    /// (Unreachable; before starting, says how much is needed), "network.unreachable" (Unreachable),
    /// "image.build-running" (Failed), "image.build-failed" (Failed), "cancelled", and those of Host.
    [[nodiscard]] static Result<Image> build(const HostPointer &host, const Recipe &recipe, const Options &options,
                                             Progress &progress);
};

} // namespace portlight
