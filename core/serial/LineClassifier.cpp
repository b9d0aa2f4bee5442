// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineClassifier.h"

#include "serial/KernelStamp.h"
#include "serial/RuleFile.h"
#include "serial/UserCache.h"

#include <QLoggingCategory>
#include <QStandardPaths>

#include <algorithm>

namespace portlight {

Q_LOGGING_CATEGORY(serialLog, "portlight.serial")

using namespace Qt::Literals::StringLiterals;

LineClassifier::LineClassifier() = default;

LineClassifier::LineClassifier(QList<HighlightRule> rules, PatternMatcher::Engine engine, const QString &cacheFolder)
    : m_rules(std::move(rules))
{
    std::stable_sort(m_rules.begin(), m_rules.end(),
                     [](const HighlightRule &a, const HighlightRule &b) { return a.severity > b.severity; });
    QList<LinePattern> patterns;
    for (const HighlightRule &rule : std::as_const(m_rules))
        patterns.append(rule.linePattern());
    if (!patterns.isEmpty())
        m_matcher = PatternMatcher::make(patterns, engine, cacheFolder);
}

LineClassifier::~LineClassifier() = default;

LineClassifier::Verdict LineClassifier::classify(QByteArrayView plainText) const
{
    const QByteArrayView text = plainText.first(std::min<qsizetype>(plainText.size(), MostBytes));
    const int rule = m_matcher ? m_matcher->firstMatch(text) : -1;
    if (rule >= 0)
        return {m_rules[rule].lineClass, m_rules[rule].severity, rule};
    return {KernelStamp::read(text) ? LineClass::Kernel : LineClass::Plain, Severity::None, -1};
}

std::shared_ptr<const LineClassifier> LineClassifier::shipped()
{
    static const auto classifier = [] {
        const RuleFile file = RuleFile::readFolder(u":/rules/highlight"_s);
        for (const RuleProblem &problem : file.problems)
            qCWarning(serialLog).noquote() << problem.text();
        return std::make_shared<const LineClassifier>(file.rules, PatternMatcher::Engine::Best, UserCache::folder());
    }();
    return classifier;
}

LineClassifier::WithProblems LineClassifier::withUserRules(const QString &folder)
{
    const RuleFile own = RuleFile::readFolder(folder);
    if (own.rules.isEmpty())
        return {shipped(), own.problems};
    RuleFile all = RuleFile::together(shipped()->rules(), own);
    all.problems.append(RuleFile::checkSamples(own.rules, PatternMatcher::Engine::Regex, false));
    return {std::make_shared<const LineClassifier>(all.rules, PatternMatcher::Engine::Best, UserCache::folder()),
            all.problems};
}

QString LineClassifier::userRulesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/portlight/rules"_s;
}

} // namespace portlight
