// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HighlightRule.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>

namespace portlight {

/// Reads highlighting rules:
/// `{"rules": [{"id", "class", "severity", "pattern", "literals"?, "ignoreCase"?, "matches"?, "rejects"?}]}`, and in a
/// user's own files `{"id", "off": true}`, which switches a shipped rule off.
/// A broken rule is left out and reported with its place; the others still work. Pure; any thread.
class RuleFile
{
    Q_DECLARE_TR_FUNCTIONS(RuleFile)

public:
    /// Larger files, longer patterns and further rules, files, literals and samples are refused.
    static constexpr qint64 MostBytes = 1024 * 1024;
    static constexpr int MostPatternCharacters = 4096;
    static constexpr int MostRules = 1000;
    static constexpr int MostFiles = 100;
    static constexpr int MostTexts = 100;

    QList<HighlightRule> rules;
    QList<RuleProblem> problems;

    /// `name` is only used in problems.
    [[nodiscard]] static RuleFile parse(const QByteArray &json, const QString &name);
    /// Everything in a folder named *.json, in the order of the names. An id that was there before is a problem.
    [[nodiscard]] static RuleFile readFolder(const QString &folder);
    /// The shipped rules together with somebody's own, which come first and, with the same id, instead. Wishes to
    /// switch off what is not there are problems.
    [[nodiscard]] static RuleFile together(const QList<HighlightRule> &shipped, const RuleFile &own);
    /// Runs each rule's samples through it, with regular expressions and, where `engine` is Best, also with what is
    /// used for logs; a sample that disagrees is a problem, and so is having none that matches where `needed`.
    [[nodiscard]] static QList<RuleProblem> checkSamples(const QList<HighlightRule> &rules,
                                                         PatternMatcher::Engine engine = PatternMatcher::Engine::Best,
                                                         bool needed = true);

private:
    /// Why the object is no rule; empty when it is one.
    [[nodiscard]] static QString readRule(const QJsonObject &object, HighlightRule &rule);
    [[nodiscard]] static QString readPattern(const QJsonObject &object, HighlightRule &rule);
};

} // namespace portlight
