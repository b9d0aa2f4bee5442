// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogQuery.h"

#include "serial/LogQueryParser.h"

#include <QRegularExpression>

#include <algorithm>

namespace portlight {

struct LogQuery::Private
{
    QString text;
    LogQueryTree tree;
    std::vector<QRegularExpression> expressions; ///< One per leaf.
};

namespace {

using Step = LogQueryTree::Step;
/// Which lines of a block match: one bit each.
using Bits = std::vector<quint64>;

QRegularExpression expressionOf(const LogQueryTree::Leaf &leaf)
{
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, leaf.ignoreCase);
    return QRegularExpression(leaf.isExpression ? leaf.text : QRegularExpression::escape(leaf.text), options);
}

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
    for (const LogQueryTree::Leaf &leaf : made->tree.leaves)
        made->expressions.push_back(expressionOf(leaf));
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
    std::vector<Bits> leaves;
    std::vector<Bits> stack;

    void findLeaves(const PlainBlock &block)
    {
        quint32 begin = 0;
        for (size_t line = 0; line < block.ends.size(); ++line) {
            const QString text = QString::fromUtf8(block.text.constData() + begin, block.ends[line] - begin);
            begin = block.ends[line] + 1;
            for (size_t leaf = 0; leaf < leaves.size(); ++leaf) {
                if (query->expressions[leaf].match(text).hasMatch())
                    leaves[leaf][line / 64] |= quint64(1) << (line % 64);
            }
        }
    }

    Bits bitsOf(const Step &step, const std::vector<LineClass> &classes, size_t words) const
    {
        if (step.kind == Step::Kind::Leaf)
            return leaves[size_t(step.leaf)];
        Bits bits(words);
        for (size_t line = 0; line < classes.size(); ++line)
            bits[line / 64] |= quint64(classes[line] == step.lineClass ? 1 : 0) << (line % 64);
        return bits;
    }

    Bits evaluate(const std::vector<LineClass> &classes, size_t words)
    {
        stack.clear();
        for (const Step &step : query->tree.steps) {
            if (step.kind == Step::Kind::Leaf || step.kind == Step::Kind::Class) {
                stack.push_back(bitsOf(step, classes, words));
                continue;
            }
            if (step.kind == Step::Kind::Not) {
                for (quint64 &word : stack.back())
                    word = ~word;
                continue;
            }
            const Bits right = std::move(stack.back());
            stack.pop_back();
            for (size_t i = 0; i < words; ++i)
                stack.back()[i] =
                    step.kind == Step::Kind::And ? stack.back()[i] & right[i] : stack.back()[i] | right[i];
        }
        return stack.empty() ? Bits(words, ~quint64(0)) : std::move(stack.back());
    }
};

LogQuery::Scanner::Scanner(const LogQuery &query)
    : d(std::make_unique<Private>())
{
    d->query = query.d;
}

LogQuery::Scanner::~Scanner() = default;

void LogQuery::Scanner::scan(const PlainBlock &block, const std::vector<LineClass> &classes, std::vector<qint64> &lines)
{
    const size_t words = (block.ends.size() + 63) / 64;
    d->leaves.assign(size_t(d->query->tree.leaves.size()), Bits(words));
    d->findLeaves(block);
    const Bits result = d->evaluate(classes, words);
    for (size_t line = 0; line < block.ends.size(); ++line) {
        if ((result[line / 64] >> (line % 64)) & 1)
            lines.push_back(block.first + qint64(line));
    }
}

} // namespace portlight
