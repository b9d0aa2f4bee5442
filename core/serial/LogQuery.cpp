// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogQuery.h"

#include "serial/LineRegex.h"
#include "serial/LogQueryParser.h"
#include "serial/PatternMatcher.h"

#include <QRegularExpression>

#include <algorithm>
#include <bit>

namespace portlight {

struct LogQuery::Private
{
    QString text;
    LogQueryTree tree;
    std::vector<QRegularExpression> expressions;   ///< One per leaf.
    std::unique_ptr<const PatternMatcher> matcher; ///< All leaves; null where there are none.
};

namespace {

using Step = LogQueryTree::Step;
/// Which lines of a block match: one bit each.
using Bits = std::vector<quint64>;

LinePattern patternOf(const LogQueryTree::Leaf &leaf)
{
    return {leaf.text, !leaf.isExpression, leaf.ignoreCase, {}};
}

/// Notes which lines hold which leaf.
class LeafBits final : public PatternMatcher::Sink
{
public:
    void begin(size_t leaves, size_t words)
    {
        m_bits.resize(leaves);
        for (Bits &bits : m_bits)
            bits.assign(words, 0);
    }
    [[nodiscard]] bool wants(int leaf, qsizetype line) const override
    {
        return ((m_bits[size_t(leaf)][size_t(line) / 64] >> (line % 64)) & 1) == 0;
    }
    void found(int leaf, qsizetype line) override
    {
        m_bits[size_t(leaf)][size_t(line) / 64] |= quint64(1) << (line % 64);
    }
    [[nodiscard]] const Bits &of(int leaf) const { return m_bits[size_t(leaf)]; }

private:
    std::vector<Bits> m_bits;
};

} // namespace

LogQuery::LogQuery()
    : d(std::make_shared<const Private>())
{
}

LogQuery::~LogQuery() = default;
LogQuery::LogQuery(const LogQuery &) = default;
LogQuery &LogQuery::operator=(const LogQuery &) = default;

Result<LogQuery> LogQuery::parse(const QString &text)
{
    auto tree = LogQueryParser::parse(text);
    if (!tree)
        return failure(tree.error());
    auto made = std::make_shared<Private>();
    made->text = text;
    made->tree = *std::move(tree);
    QList<LinePattern> patterns;
    for (const LogQueryTree::Leaf &leaf : made->tree.leaves) {
        patterns.append(patternOf(leaf));
        made->expressions.push_back(LineRegex(patterns.last()).expression());
    }
    if (!patterns.isEmpty())
        made->matcher = PatternMatcher::make(patterns);
    LogQuery query;
    query.d = std::move(made);
    return query;
}

const QString &LogQuery::text() const
{
    return d->text;
}

bool LogQuery::isEmpty() const
{
    return d->tree.steps.isEmpty();
}

QList<LogQuery::Match> LogQuery::matchesIn(const QString &lineText) const
{
    QList<Match> found;
    for (qsizetype i = 0; i < d->tree.leaves.size(); ++i) {
        if (!d->tree.leaves[i].wanted)
            continue;
        auto matches = d->expressions[size_t(i)].globalMatch(lineText);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() > 0)
                found.append({int(match.capturedStart()), int(match.capturedLength())});
        }
    }
    std::sort(found.begin(), found.end(), [](const Match &a, const Match &b) { return a.start < b.start; });
    QList<Match> merged;
    for (const Match &match : std::as_const(found)) {
        if (merged.isEmpty() || match.start >= merged.last().start + merged.last().length) {
            merged.append(match);
            continue;
        }
        Match &last = merged.last();
        last.length = std::max(last.length, match.start + match.length - last.start);
    }
    return merged;
}

struct LogQuery::Scanner::Private
{
    std::shared_ptr<const LogQuery::Private> query;
    std::unique_ptr<PatternMatcher::Scanner> scanner;
    LeafBits leaves;
    std::vector<Bits> stack; ///< Kept, with its memory, from block to block; `depth` of them are in use.
    size_t depth = 0;

    void push(const Step &step, const std::vector<LineClass> &classes, size_t words)
    {
        if (stack.size() == depth)
            stack.emplace_back();
        Bits &top = stack[depth++];
        if (step.kind == Step::Kind::Leaf) {
            top = leaves.of(step.leaf);
            return;
        }
        top.assign(words, 0);
        const size_t lines = std::min(classes.size(), words * 64);
        for (size_t line = 0; line < lines; ++line)
            top[line / 64] |= quint64(classes[line] == step.lineClass ? 1 : 0) << (line % 64);
    }

    /// Which lines match; the bits behind the last line mean nothing.
    const Bits &evaluate(const std::vector<LineClass> &classes, size_t words)
    {
        depth = 0;
        for (const Step &step : query->tree.steps) {
            if (step.kind == Step::Kind::Leaf || step.kind == Step::Kind::Class) {
                push(step, classes, words);
                continue;
            }
            if (step.kind != Step::Kind::Not)
                --depth;
            Bits &left = stack[depth - 1];
            for (size_t i = 0; i < words; ++i) {
                if (step.kind == Step::Kind::Not)
                    left[i] = ~left[i];
                else
                    left[i] = step.kind == Step::Kind::And ? left[i] & stack[depth][i] : left[i] | stack[depth][i];
            }
        }
        return stack.front();
    }
};

LogQuery::Scanner::Scanner(const LogQuery &query)
    : d(std::make_unique<Private>())
{
    d->query = query.d;
    if (d->query->matcher)
        d->scanner = d->query->matcher->makeScanner();
}

LogQuery::Scanner::~Scanner() = default;

void LogQuery::Scanner::scan(const PlainBlock &block, const std::vector<LineClass> &classes, std::vector<qint64> &lines)
{
    const size_t count = block.ends.size();
    if (d->query->tree.steps.isEmpty()) {
        for (size_t line = 0; line < count; ++line)
            lines.push_back(block.first + qint64(line));
        return;
    }
    const size_t words = (count + 63) / 64;
    d->leaves.begin(size_t(d->query->tree.leaves.size()), words);
    if (d->scanner)
        d->scanner->scan(block, d->leaves);
    const Bits &result = d->evaluate(classes, words);
    for (size_t word = 0; word < words; ++word) {
        for (quint64 bits = result[word]; bits != 0; bits &= bits - 1) {
            const size_t line = word * 64 + size_t(std::countr_zero(bits));
            if (line < count)
                lines.push_back(block.first + qint64(line));
        }
    }
}

} // namespace portlight
