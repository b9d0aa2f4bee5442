// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageBuilder.h"

#include "images/ImageBuild.h"

namespace portlight {

Result<Image> ImageBuilder::build(const HostPointer &host, const Recipe &recipe, const Options &options,
                                  Progress &progress)
{
    return ImageBuild(*host, recipe, options, progress).run();
}

} // namespace portlight
