// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HighlightRule.h"

#include <QByteArray>
#include <QList>

namespace portlight {

/// Reads highlighting rules:
/// `{"rules": [{"id", "class", "severity", "pattern", "literals"?, "ignoreCase"?, "matches", "rejects"?}]}`.
/// A broken rule is left out and reported with its place; the others still work. Pure; any thread.
class RuleFile
{
public:
    /// Larger files are refused.
    static constexpr qint64 MostBytes = 1024 * 1024;

    QList<HighlightRule> rules;
    QList<RuleProblem> problems;

    /// `name` is only used in problems.
    [[nodiscard]] static RuleFile parse(const QByteArray &json, const QString &name);
    /// Everything in a folder named *.json, in the order of the names. An id that was there before is a problem.
    [[nodiscard]] static RuleFile readFolder(const QString &folder);
    /// Runs each rule's samples through the whole classifier's matcher; a sample that disagrees is a problem.
    [[nodiscard]] static QList<RuleProblem> checkSamples(const QList<HighlightRule> &rules);
};

} // namespace portlight
