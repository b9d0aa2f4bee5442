// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/PatternMatcher.h"

#include <QByteArray>

namespace portlight {

/// A pattern rewritten for Hyperscan, which looks at many lines at once: nothing in it reaches over a line feed, and
/// what is repeated at its end is cut off, because each repetition would be reported. Only whether a line matches stays
/// the same. Source of the differences: "Compiling Patterns" in Hyperscan's developer reference.
struct HyperscanPattern
{
    enum class Trust : quint8 {
        Exact,     ///< A finding is a match.
        Prefilter, ///< A finding may be a match (HS_FLAG_PREFILTER); the regular expression decides.
        None,      ///< Hyperscan cannot be asked.
    };
    QByteArray expression;
    Trust trust = Trust::Exact;
    bool needsUtf8 = false; ///< Bytes do not do: characters are counted, or are not ASCII.

    /// About how many places of an automaton a pattern may take; larger ones would take seconds to compile.
    static constexpr int MostWeight = 2000;

    [[nodiscard]] static HyperscanPattern of(const LinePattern &pattern);
};

} // namespace portlight
