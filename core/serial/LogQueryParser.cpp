// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogQueryParser.h"

#include "serial/LineClassNames.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView ClassPrefix("class:");

/// A capital letter asks for the case as written; in expressions the letters of \S, \W, \p{Lu} ask for nothing.
bool hasCapital(QStringView text, bool isExpression)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isExpression && text[i] == u'\\') {
            ++i;
            const bool braces = i + 1 < text.size() && text[i + 1] == u'{';
            if (braces)
                i = std::max(i, text.indexOf(u'}', i));
            continue;
        }
        if (text[i].isUpper())
            return true;
    }
    return false;
}

} // namespace

Result<LogQueryTree> LogQueryParser::parse(QStringView text)
{
    LogQueryParser parser(text);
    if (text.size() > MostCharacters)
        parser.fail(MostCharacters, tr("The query is longer than %1 characters.").arg(MostCharacters));
    parser.skipSpaces();
    const bool done = !parser.m_error && (parser.atEnd() || parser.parseOr());
    if (done && !parser.atEnd())
        parser.fail(parser.m_at, tr("There is no opening parenthesis for this closing one."));
    if (parser.m_error)
        return failure(*parser.m_error);
    return parser.m_tree;
}

bool LogQueryParser::parseOr()
{
    if (!parseAnd())
        return false;
    while (takeOperator(Operator::Or)) {
        if (!parseAnd())
            return false;
        m_tree.steps.append({Step::Kind::Or, 0, {}});
    }
    return true;
}

bool LogQueryParser::parseAnd()
{
    if (!parseNot())
        return false;
    for (;;) {
        const bool written = takeOperator(Operator::And);
        qsizetype end = 0;
        const bool more = !atEnd() && m_text[m_at] != u')' && operatorAt(m_at, &end) != Operator::Or;
        if (!written && !more)
            return true;
        if (!parseNot())
            return false;
        m_tree.steps.append({Step::Kind::And, 0, {}});
    }
}

bool LogQueryParser::parseNot()
{
    int count = 0;
    while (takeOperator(Operator::Not))
        ++count;
    const bool before = m_negated;
    m_negated = before != (count % 2 != 0);
    const bool good = parsePrimary();
    m_negated = before;
    if (good && count % 2 != 0)
        m_tree.steps.append({Step::Kind::Not, 0, {}});
    return good;
}

bool LogQueryParser::parsePrimary()
{
    skipSpaces();
    qsizetype end = 0;
    if (atEnd())
        return fail(m_at, tr("Something to look for is missing at the end."));
    if (m_text[m_at] == u')')
        return fail(m_at, tr("Something to look for is missing before this closing parenthesis."));
    if (operatorAt(m_at, &end) != Operator::None)
        return fail(m_at, tr("Something to look for is missing before “%1”.").arg(m_text.sliced(m_at, end - m_at)));
    if (m_text[m_at] == u'(')
        return parseGroup();
    if (m_text[m_at] == u'"')
        return parseQuoted();
    if (const qsizetype close = closingSlash(m_at); close > 0)
        return parseExpression(close);
    return beginsClass(m_at) ? parseClass() : parseWords();
}

bool LogQueryParser::parseGroup()
{
    const qsizetype open = m_at++;
    if (++m_depth > MostDepth)
        return fail(open, tr("Parentheses are nested more than %1 deep.").arg(MostDepth));
    if (!parseOr())
        return false;
    --m_depth;
    if (atEnd())
        return fail(open, tr("This parenthesis is not closed."));
    ++m_at; // Nothing but a closing parenthesis ends parseOr() before the end.
    skipSpaces();
    return true;
}

bool LogQueryParser::parseQuoted()
{
    const qsizetype open = m_at++;
    QString text;
    while (!atEnd() && m_text[m_at] != u'"') {
        const bool escape = m_text[m_at] == u'\\' && m_at + 1 < m_text.size() &&
                            (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
        m_at += escape ? 1 : 0;
        text.append(m_text[m_at++]);
    }
    if (atEnd())
        return fail(open, tr("This quotation mark has no second one."));
    ++m_at;
    if (text.isEmpty())
        return fail(open, tr("There is nothing between the quotation marks."));
    const bool good = addLeaf({text, false, !hasCapital(text, false), true}, open);
    skipSpaces();
    return good;
}

bool LogQueryParser::parseExpression(qsizetype close)
{
    const qsizetype open = m_at;
    const QString expression = m_text.sliced(open + 1, close - open - 1).toString();
    bool ignoreCase = !hasCapital(expression, true);
    for (m_at = close + 1; !isBoundary(m_at); ++m_at)
        ignoreCase = m_text[m_at] == u'i';
    const QRegularExpression checked(expression);
    if (!checked.isValid())
        return fail(open + 1 + checked.patternErrorOffset(),
                    tr("The regular expression is wrong here: %1.").arg(checked.errorString()));
    const bool good = addLeaf({expression, true, ignoreCase, true}, open);
    skipSpaces();
    return good;
}

bool LogQueryParser::parseClass()
{
    const qsizetype first = m_at + ClassPrefix.size();
    m_at = endOfWord(first);
    const QStringView name = m_text.sliced(first, m_at - first);
    const auto lineClass = LineClassNames::classOf(name.toString().toLower());
    if (!lineClass)
        return fail(
            first,
            tr("There is no class “%1”. Classes are: %2.").arg(name.toString(), LineClassNames::all().join(u", "_s)));
    m_tree.steps.append({Step::Kind::Class, 0, *lineClass});
    skipSpaces();
    return true;
}

bool LogQueryParser::parseWords()
{
    const qsizetype first = m_at;
    qsizetype last = m_at;
    do {
        last = endOfWord(m_at);
        m_at = last;
        skipSpaces();
        qsizetype end = 0;
        const bool isWord = !atEnd() && m_text[m_at] != u'(' && m_text[m_at] != u')' && m_text[m_at] != u'"' &&
                            !beginsClass(m_at) && closingSlash(m_at) < 0 && operatorAt(m_at, &end) == Operator::None;
        if (!isWord)
            break;
    } while (true);
    const QString text = m_text.sliced(first, last - first).toString();
    return addLeaf({text, false, !hasCapital(text, false), true}, first);
}

bool LogQueryParser::addLeaf(const LogQueryTree::Leaf &leaf, qsizetype at)
{
    LogQueryTree::Leaf added = leaf;
    added.wanted = !m_negated;
    qsizetype index = m_tree.leaves.indexOf(added);
    if (index < 0) {
        index = m_tree.leaves.size();
        if (index >= MostLeaves)
            return fail(at, tr("The query has more than %1 texts.").arg(MostLeaves));
        m_tree.leaves.append(added);
    }
    m_tree.steps.append({Step::Kind::Leaf, int(index), {}});
    return true;
}

bool LogQueryParser::fail(qsizetype at, const QString &sentence)
{
    if (!m_error) {
        const QString summary = tr("%1 (character %2)").arg(sentence).arg(at + 1);
        const QString hint = tr("Put quotation marks around text that holds operators or parentheses.");
        m_error = Error{ErrorKind::Usage, u"query.invalid"_s, summary, hint, QString::number(at)};
    }
    return false;
}

void LogQueryParser::skipSpaces()
{
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

bool LogQueryParser::isBoundary(qsizetype at) const
{
    return at >= m_text.size() || m_text[at].isSpace() || m_text[at] == u')';
}

LogQueryParser::Operator LogQueryParser::operatorAt(qsizetype at, qsizetype *end) const
{
    struct Word
    {
        QLatin1StringView text;
        Operator meaning;
    };
    static constexpr std::array<Word, 5> words{{{QLatin1StringView("and"), Operator::And},
                                                {QLatin1StringView("or"), Operator::Or},
                                                {QLatin1StringView("not"), Operator::Not},
                                                {QLatin1StringView("&&"), Operator::And},
                                                {QLatin1StringView("||"), Operator::Or}}};
    const QStringView rest = m_text.sliced(at);
    for (const Word &word : words) {
        *end = at + word.text.size();
        const bool ends = isBoundary(*end) || m_text[*end] == u'(' || m_text[*end] == u'"';
        if (rest.startsWith(word.text, Qt::CaseInsensitive) && ends)
            return word.meaning;
    }
    *end = at + 1;
    const bool exclamation =
        rest.startsWith(u'!') && *end < m_text.size() &&
        (m_text[*end] == u'(' || m_text[*end] == u'"' || m_text[*end] == u'/' || beginsClass(*end));
    return exclamation ? Operator::Not : Operator::None;
}

bool LogQueryParser::takeOperator(Operator wanted)
{
    skipSpaces();
    qsizetype end = 0;
    if (atEnd() || operatorAt(m_at, &end) != wanted)
        return false;
    m_at = end;
    skipSpaces();
    return true;
}

qsizetype LogQueryParser::endOfWord(qsizetype at) const
{
    int depth = 0; // Parentheses inside a word are part of it: unknown-block(0,0).
    const qsizetype first = at;
    for (; at < m_text.size() && !m_text[at].isSpace(); ++at) {
        if (m_text[at] == u'(' && at > first)
            ++depth;
        else if (m_text[at] == u')' && --depth < 0)
            break;
    }
    return at;
}

qsizetype LogQueryParser::closingSlash(qsizetype at) const
{
    if (m_text[at] != u'/')
        return -1;
    for (qsizetype close = at + 1; close < m_text.size(); ++close) {
        if (m_text[close] == u'\\') {
            ++close;
            continue;
        }
        if (m_text[close] != u'/' || close == at + 1)
            continue;
        qsizetype end = close + 1;
        while (end < m_text.size() && (m_text[end] == u'i' || m_text[end] == u'c'))
            ++end;
        if (isBoundary(end))
            return close;
    }
    return -1;
}

bool LogQueryParser::beginsClass(qsizetype at) const
{
    return m_text.sliced(at).startsWith(ClassPrefix, Qt::CaseInsensitive);
}

} // namespace portlight
