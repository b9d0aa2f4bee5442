// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "serial/LogQueryTree.h"

#include <QCoreApplication>
#include <QStringView>

#include <optional>

namespace portlight {

/// Reads a query (grammar: LogQuery.h) by recursive descent:
///
///     or      = and { ("or" | "||") and }
///     and     = not { [ "and" | "&&" ] not }        nothing between two of them is an `and`, too
///     not     = { "not" | "!" } primary
///     primary = "(" or ")" | "class:" name | quoted | expression | words
///
/// `and`, `or` and `not` are operators in any case of letters when they stand alone or before a parenthesis or quote;
/// in quotes they are text. A word that begins with a slash and has no second one with flags and an end of word behind
/// it is a path.
class LogQueryParser
{
    Q_DECLARE_TR_FUNCTIONS(LogQuery)

public:
    /// Longer queries, more texts and deeper nesting are refused.
    static constexpr int MostCharacters = 4096;
    static constexpr int MostLeaves = 64;
    static constexpr int MostDepth = 64;

    [[nodiscard]] static Result<LogQueryTree> parse(QStringView text);

private:
    enum class Operator { None, And, Or, Not };
    using Step = LogQueryTree::Step;

    explicit LogQueryParser(QStringView text)
        : m_text(text)
    {
    }

    bool parseOr();
    bool parseAnd();
    bool parseNot();
    bool parsePrimary();
    bool parseGroup();
    bool parseQuoted();
    bool parseExpression(qsizetype close);
    bool parseClass();
    bool parseWords();
    bool addLeaf(const LogQueryTree::Leaf &leaf, qsizetype at);
    bool fail(qsizetype at, const QString &sentence);

    void skipSpaces();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The operator at the place, and where it ends.
    [[nodiscard]] Operator operatorAt(qsizetype at, qsizetype *end) const;
    [[nodiscard]] bool takeOperator(Operator wanted);
    [[nodiscard]] qsizetype endOfWord(qsizetype at) const;
    /// Where the slash stands that ends the expression that begins at `at`; -1 where none does.
    [[nodiscard]] qsizetype closingSlash(qsizetype at) const;
    [[nodiscard]] bool isBoundary(qsizetype at) const;
    [[nodiscard]] bool beginsClass(qsizetype at) const;

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_negated = false;
    LogQueryTree m_tree;
    std::optional<Error> m_error;
};

} // namespace portlight
