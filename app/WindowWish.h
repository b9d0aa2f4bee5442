// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>

namespace portlight {

/// Whether these arguments may end in a window: none at all, or the demo without an option that forbids it.
inline bool wishesForWindow(int argc, char **argv)
{
    if (argc == 1)
        return true;
    if (std::strcmp(argv[1], "demo") != 0)
        return false;
    for (int i = 2; i < argc; ++i) {
        for (const char *plain : {"--no-window", "--json", "--help", "-h"}) {
            if (std::strcmp(argv[i], plain) == 0)
                return false;
        }
    }
    return true;
}

} // namespace portlight
