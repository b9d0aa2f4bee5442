// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/PatternMatcher.h"

#include "serial/LiteralSearch.h"

#include <QRegularExpression>

#include <vector>

namespace portlight {

namespace {

/// One search for all literals says which regular expressions are worth trying. Most lines need none at all.
class FilteredRegexMatcher final : public PatternMatcher
{
public:
    explicit FilteredRegexMatcher(const QList<HighlightRule> &rules)
    {
        for (const HighlightRule &rule : rules) {
            const int index = int(m_expressions.size());
            QRegularExpression::PatternOptions options;
            options.setFlag(QRegularExpression::CaseInsensitiveOption, rule.ignoreCase);
            m_expressions.emplace_back(rule.pattern, options);
            m_expressions.back().optimize();
            if (rule.literals.isEmpty())
                m_always.push_back(index);
            for (const QByteArray &literal : rule.literals)
                m_literals.add(literal, index);
        }
        m_literals.compile();
    }

    int firstMatch(QByteArrayView plainText) const override
    {
        std::vector<bool> candidates;
        const auto mark = [&](int rule) {
            if (candidates.empty())
                candidates.resize(m_expressions.size());
            candidates[size_t(rule)] = true;
        };
        m_literals.search(plainText, mark);
        for (const int rule : m_always)
            mark(rule);
        if (candidates.empty())
            return -1;
        const QString text = QString::fromUtf8(plainText);
        for (size_t rule = 0; rule < candidates.size(); ++rule) {
            if (candidates[rule] && m_expressions[rule].match(text).hasMatch())
                return int(rule);
        }
        return -1;
    }

private:
    std::vector<QRegularExpression> m_expressions;
    std::vector<int> m_always;
    LiteralSearch m_literals;
};

} // namespace

std::unique_ptr<PatternMatcher> PatternMatcher::make(const QList<HighlightRule> &rules)
{
    return std::make_unique<FilteredRegexMatcher>(rules);
}

} // namespace portlight
