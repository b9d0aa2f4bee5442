// SPDX-License-Identifier: GPL-3.0-or-later
// Rule files as somebody might write them (first byte even), or one pattern (odd; bit 1: in any case): whatever they
// hold, each problem has its place, the rules work, and all matchers agree on them.
#include "serial/BlockClassifier.h"
#include "serial/RuleFile.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const QByteArrayList &lines()
{
    // Short: a regular expression that runs into its limit counts as no match, an automaton has no limit.
    static const QByteArrayList all{"",    "a",    "aab", "a b",  "b a", "A1_",  "[F] x", "x=1/E",
                                    "\tz", "- -.", "äÄb", "aaaa", "0",   "a\rb", "€ 5",   "(a)[b]{c}"};
    return all;
}

PlainBlock block()
{
    PlainBlock made;
    for (const QByteArray &line : lines()) {
        made.text += line;
        made.ends.push_back(quint32(made.text.size()));
        made.text += '\n';
    }
    return made;
}

void checkProblems(const QList<RuleProblem> &problems, const QByteArray &json)
{
    const qint64 most = json.count('\n') + 1;
    for (const RuleProblem &problem : problems)
        require(problem.line >= 1 && problem.line <= most && problem.column >= 1 && !problem.text().isEmpty());
}

/// Verbs like (*LIMIT_MATCH) and (*CRLF) change what a line is, and long patterns reach the limit.
bool isComparable(const HighlightRule &rule)
{
    return !rule.pattern.contains(u"(*"_s) && rule.pattern.size() < 100;
}

void checkRules(QList<HighlightRule> rules)
{
    if (rules.size() > 8)
        rules.resize(8); // Compiling takes its time.
    for (HighlightRule &rule : rules)
        rule.literals.clear(); // Wrong ones are the author's fault; the samples find them.
    const auto best = std::make_shared<const LineClassifier>(rules);
    const LineClassifier regex(rules, PatternMatcher::Engine::Regex);
    const bool comparable = std::all_of(rules.begin(), rules.end(), isComparable);
    BlockClassifier classifier(best);
    std::vector<LineTag> tags;
    classifier.classify(block(), tags);
    require(qsizetype(tags.size()) == lines().size());
    for (size_t i = 0; i < tags.size(); ++i) {
        const auto verdict = best->classify(lines()[qsizetype(i)]);
        require(tags[i].lineClass == verdict.lineClass && tags[i].severity == verdict.severity);
        require(!comparable || regex.classify(lines()[qsizetype(i)]).rule == verdict.rule);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2 || size > 4096)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    if (data[0] % 2 == 0) {
        const RuleFile file = RuleFile::parse(rest, u"fuzz.json"_s);
        checkProblems(file.problems, rest);
        const RuleFile all = RuleFile::together({}, file);
        require(all.rules.size() + all.problems.size() == file.rules.size() + file.problems.size());
        checkRules(all.rules);
        return 0;
    }
    HighlightRule rule;
    rule.pattern = QString::fromUtf8(rest);
    rule.lineClass = LineClass::Failure;
    rule.severity = Severity::Error;
    rule.ignoreCase = (data[0] & 2) != 0;
    if (isComparable(rule) && QRegularExpression(rule.pattern).isValid())
        checkRules({rule});
    return 0;
}
