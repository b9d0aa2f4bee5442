// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/PatternMatcher.h"

#include <QRegularExpression>

namespace portlight {

/// The regular expression of a pattern, with a limit on how long it may look at one line: somebody's own rule with
/// nested repeats must not hang the program. Where the limit is reached, the line counts as one that does not match.
class LineRegex
{
public:
    LineRegex() = default;
    explicit LineRegex(const LinePattern &pattern);

    [[nodiscard]] bool matches(const QString &line) const { return m_expression.match(line).hasMatch(); }
    [[nodiscard]] const QRegularExpression &expression() const { return m_expression; }

private:
    QRegularExpression m_expression;
};

} // namespace portlight
