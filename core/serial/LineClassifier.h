// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HighlightRule.h"
#include "serial/PatternMatcher.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace portlight {

/// Gives each line its class and severity, by rules. Of several matching rules the one of the highest severity wins,
/// then the earlier one. Immutable once made; any thread.
class LineClassifier
{
public:
    /// Only so much of a line is looked at.
    static constexpr qint64 MostBytes = 4096;

    struct Verdict
    {
        LineClass lineClass = LineClass::Plain;
        Severity severity = Severity::None;
        int rule = -1; ///< Index in rules(); -1 when none matched.
    };

    /// Knows no rules: kernel lines are Kernel, all else is Plain.
    LineClassifier();
    /// What takes long to make is kept in `cacheFolder` for the next time, unless that is empty.
    explicit LineClassifier(QList<HighlightRule> rules, PatternMatcher::Engine engine = PatternMatcher::Engine::Best,
                            const QString &cacheFolder = {});
    ~LineClassifier();

    /// The plain text (AnsiParser::plainUtf8) of one line.
    [[nodiscard]] Verdict classify(QByteArrayView plainText) const;
    /// Highest severity first.
    [[nodiscard]] const QList<HighlightRule> &rules() const { return m_rules; }
    /// Finds the patterns of rules(), in their order; null where there are no rules.
    [[nodiscard]] const PatternMatcher *matcher() const { return m_matcher.get(); }

    /// The rules shipped with the program (":/rules/highlight"). The first call reads the
    /// automaton from the user's cache, or builds it in about 100 ms; others wait for it.
    [[nodiscard]] static std::shared_ptr<const LineClassifier> shipped();

    struct WithProblems
    {
        std::shared_ptr<const LineClassifier> classifier; ///< Never null.
        QList<RuleProblem> problems;                      ///< Of the user's own files.
    };
    /// The shipped rules and those in *.json of a folder (form: RuleFile), which come before shipped ones of the same
    /// severity, replace those of the same id and can switch them off. A bad rule is a problem and left out; a rule
    /// whose samples disagree with it is a problem and works. A folder that is not there holds no rules.
    [[nodiscard]] static WithProblems withUserRules(const QString &folder = userRulesFolder());
    /// "portlight/rules" below $XDG_CONFIG_HOME.
    [[nodiscard]] static QString userRulesFolder();

private:
    QList<HighlightRule> m_rules;
    std::unique_ptr<PatternMatcher> m_matcher;
};

} // namespace portlight
