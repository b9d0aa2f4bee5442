// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/PatternMatcher.h"

namespace portlight {

/// Keeps the first pattern that the one line it is shown matches.
class FirstMatchSink final : public PatternMatcher::Sink
{
public:
    [[nodiscard]] bool wants(int pattern, qsizetype) const override { return first < 0 || pattern < first; }
    void found(int pattern, qsizetype line) override
    {
        if (wants(pattern, line))
            first = pattern;
    }

    int first = -1;
};

} // namespace portlight
