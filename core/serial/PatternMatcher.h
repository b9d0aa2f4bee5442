// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HighlightRule.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

namespace portlight {

/// Which of many patterns a line matches. What stands behind it can be exchanged (regular expressions one by one,
/// or one automaton for all); the rules do not notice. Immutable once made; any thread.
class PatternMatcher
{
public:
    virtual ~PatternMatcher() = default;

    /// Index of the first rule, in the order given to the maker, that matches the plain UTF-8 text; -1 for none.
    [[nodiscard]] virtual int firstMatch(QByteArrayView plainText) const = 0;

    /// Regular expressions behind a search for their literals. Rules whose pattern is broken never match.
    [[nodiscard]] static std::unique_ptr<PatternMatcher> make(const QList<HighlightRule> &rules);
};

} // namespace portlight
