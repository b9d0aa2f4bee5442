// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever finds the patterns: the lines are those that the regular expressions find one by one.
#include "serial/PatternMatcher.h"
#include "serial/LineRegex.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

using Engine = PatternMatcher::Engine;
using Found = std::set<std::pair<int, qsizetype>>;

class AllFound final : public PatternMatcher::Sink
{
public:
    bool wants(int, qsizetype) const override { return true; }
    void found(int pattern, qsizetype line) override { all.insert({pattern, line}); }

    Found all;
};

PlainBlock blockOf(const QStringList &lines)
{
    PlainBlock block;
    for (const QString &line : lines) {
        block.text += line.toUtf8();
        block.ends.push_back(quint32(block.text.size()));
        block.text += '\n';
    }
    return block;
}

Found scan(const QList<LinePattern> &patterns, const PlainBlock &block, Engine engine)
{
    const auto matcher = PatternMatcher::make(patterns, engine);
    const auto scanner = matcher->makeScanner();
    AllFound first;
    scanner->scan(block, first);
    AllFound second;
    scanner->scan(block, second);
    return first.all == second.all ? first.all : Found{{-1, -1}};
}

Found oneByOne(const QList<LinePattern> &patterns, const QStringList &lines)
{
    Found found;
    for (int i = 0; i < patterns.size(); ++i) {
        const LineRegex regex(patterns[i]);
        for (int line = 0; line < lines.size(); ++line) {
            if (regex.matches(lines[line]))
                found.insert({i, line});
        }
    }
    return found;
}

QString pick(QRandomGenerator &random, const QStringList &from)
{
    return from[random.bounded(from.size())];
}

QString randomPattern(QRandomGenerator &random, int depth)
{
    static const QStringList atoms{u"a"_s,      u"b"_s,
                                   u"A"_s,      u"0"_s,
                                   u" "_s,      u"é"_s,
                                   u"."_s,      u"\\s"_s,
                                   u"\\S"_s,    u"\\w"_s,
                                   u"\\W"_s,    u"\\d"_s,
                                   u"\\D"_s,    u"[ab]"_s,
                                   u"[^a]"_s,   u"[^\\s]"_s,
                                   u"[\\s0]"_s, u"[^é]"_s,
                                   u"[aé]"_s,   u"[^\\W]"_s,
                                   u"\\x61"_s,  u"[[:space:]a]"_s,
                                   u"[]a]"_s,   u"[^]a]"_s,
                                   u"[[b]"_s,   u"\\."_s,
                                   u"x{y"_s,    u"[\\S]"_s,
                                   u"[\\D]"_s,  u"[^\\S ]"_s,
                                   u"\\h"_s,    u"\\n"_s,
                                   u"\\N"_s};
    static const QStringList marks{u"^"_s, u"$"_s, u"\\b"_s, u"\\B"_s, u"\\A"_s, u"\\z"_s};
    static const QStringList repeats{u"*"_s,     u"+"_s,    u"?"_s,  u"*?"_s, u"+?"_s,  u"{2}"_s,
                                     u"{1,3}"_s, u"{2,}"_s, u"++"_s, u"*+"_s, u"{,2}"_s};
    static const QStringList groups{u"("_s,    u"(?:"_s, u"(?="_s,   u"(?!"_s,    u"(?<=a"_s, u"(?<name>"_s,
                                    u"(?i:"_s, u"(?>"_s, u"(?i)("_s, u"(?#x)("_s, u"(?s)("_s};
    QString pattern;
    const int parts = 1 + random.bounded(3);
    for (int i = 0; i < parts; ++i) {
        const int kind = random.bounded(10);
        if (kind == 0)
            pattern += pick(random, marks);
        else if (kind <= 2 && depth > 0)
            pattern += pick(random, groups) + randomPattern(random, depth - 1) + u')';
        else if (kind == 3 && depth > 0)
            pattern += u"("_s + randomPattern(random, depth - 1) + u")\\1"_s;
        else
            pattern += pick(random, atoms);
        if (kind > 0 && random.bounded(3) == 0)
            pattern += pick(random, repeats);
        if (random.bounded(8) == 0)
            pattern += u'|';
    }
    return pattern;
}

QString randomLine(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s, u"b"_s, u"A"_s,  u"B"_s,   u"0"_s,  u" "_s, u"é"_s,
                                    u"É"_s, u"."_s, u"\t"_s, u"x{y"_s, u"[]"_s, u"€"_s, u"😀"_s};
    QString line;
    for (int i = random.bounded(12); i > 0; --i)
        line += pick(random, pieces);
    return line;
}

} // namespace

class PatternMatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestIsHyperscanWhereItIsBuiltIn()
    {
#ifdef PORTLIGHT_EXPECT_HYPERSCAN
        QVERIFY(PatternMatcher::hasHyperscan());
#else
        QVERIFY(!PatternMatcher::hasHyperscan());
#endif
    }

    void lines_data()
    {
        QTest::addColumn<LinePattern>("pattern");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QList<int>>("matching");
        const auto row = [](const char *name, const LinePattern &pattern, const QStringList &lines,
                            const QList<int> &matching) {
            QTest::newRow(name) << pattern << lines << matching;
        };
        const auto expression = [](const QString &text) {
            return LinePattern{text, false, false, {}};
        };
        row("text", {u"a.b"_s, true, false, {}}, {u"a.b"_s, u"axb"_s, u"A.B"_s}, {0});
        row("text in any case", {u"a.b"_s, true, true, {}}, {u"a.b"_s, u"axb"_s, u"A.B"_s}, {0, 2});
        row("umlauts in any case", {u"größe"_s, true, true, {}}, {u"GRÖßE"_s, u"grosse"_s}, {0});
        row("spaces end with the line", expression(u"a\\s*b"_s), {u"a"_s, u"b"_s, u"a b"_s}, {2});
        row("nor does anything else cross it", expression(u"a[^x]*b|a\\W+b|a\\D+b|a(?s:.)b"_s),
            {u"a"_s, u"b"_s, u"a-b"_s}, {2});
        row("both ends", expression(u"^a$"_s), {u"a"_s, u"a b"_s, u"b a"_s, u""_s, u"a"_s}, {0, 4});
        row("ends of the subject are those of the line", expression(u"\\Aa\\z"_s), {u"b"_s, u"a"_s, u"b"_s}, {1});
        row("empty lines", expression(u"^$"_s), {u""_s, u"a"_s, u""_s}, {0, 2});
        row("what may be empty", expression(u"x*"_s), {u""_s, u"a"_s}, {0, 1});
        row("looking ahead", expression(u"code=(?!0$)\\d"_s), {u"code=0"_s, u"code=1"_s, u"code=01"_s}, {1, 2});
        row("looking back", expression(u"(?<=a)b"_s), {u"ab"_s, u"b"_s, u"a"_s, u"b"_s}, {0});
        row("the same again", expression(u"(\\w)\\1"_s), {u"abc"_s, u"abbc"_s, u"c"_s, u"c"_s}, {1});
        row("possessive", expression(u"a++a"_s), {u"aaa"_s}, {});
        row("characters are counted, not bytes", expression(u"^a.b$"_s), {u"aéb"_s, u"aééb"_s, u"a😀b"_s}, {0, 2});
        row("broken", expression(u"a("_s), {u"a("_s, u"a"_s}, {});
        row("with literals", {u"(?=.*b)a"_s, false, false, {"A"}}, {u"ab"_s, u"b"_s, u"a"_s}, {0});
    }

    void lines()
    {
        QFETCH(LinePattern, pattern);
        QFETCH(QStringList, lines);
        QFETCH(QList<int>, matching);
        Found expected;
        for (const int line : matching)
            expected.insert({0, line});
        for (const Engine engine : {Engine::Best, Engine::Regex}) {
            QCOMPARE(scan({pattern}, blockOf(lines), engine), expected);
            const auto matcher = PatternMatcher::make({pattern}, engine);
            for (int line = 0; line < lines.size(); ++line)
                QCOMPARE(matcher->firstMatch(lines[line].toUtf8()), matching.contains(line) ? 0 : -1);
        }
    }

    void theFirstOfSeveralPatternsIsNamed()
    {
        const QList<LinePattern> patterns{{u"c"_s, true, false, {}},
                                          {u"(?=b)b"_s, false, false, {}},
                                          {u"b"_s, true, false, {}},
                                          {u"a"_s, true, false, {}}};
        for (const Engine engine : {Engine::Best, Engine::Regex}) {
            const auto matcher = PatternMatcher::make(patterns, engine);
            QCOMPARE(matcher->firstMatch("ab"), 1);
            QCOMPARE(matcher->firstMatch("abc"), 0);
            QCOMPARE(matcher->firstMatch("a"), 3);
            QCOMPARE(matcher->firstMatch("-"), -1);
            QCOMPARE(matcher->firstMatch(""), -1);
        }
    }

    void patternsAndLinesByChance()
    {
        QRandomGenerator random(20261123);
        qsizetype tried = 0;
        qsizetype matched = 0;
        for (int round = 0; round < 60; ++round) {
            QList<LinePattern> patterns;
            while (patterns.size() < 30) {
                const LinePattern pattern{randomPattern(random, 2), false, random.bounded(4) == 0, {}};
                if (QRegularExpression(pattern.pattern).isValid())
                    patterns.append(pattern);
            }
            QStringList lines;
            for (int i = 0; i < 60; ++i)
                lines.append(randomLine(random));
            const Found expected = oneByOne(patterns, lines);
            tried += patterns.size() * lines.size();
            matched += qsizetype(expected.size());
            for (const Engine engine : {Engine::Best, Engine::Regex}) {
                const Found found = scan(patterns, blockOf(lines), engine);
                for (int i = 0; found != expected && i < patterns.size(); ++i) {
                    for (int line = 0; line < lines.size(); ++line) {
                        if (found.count({i, line}) != expected.count({i, line}))
                            qWarning() << "engine" << int(engine) << patterns[i].pattern << patterns[i].ignoreCase
                                       << lines[line] << "expected" << expected.count({i, line});
                    }
                }
                QVERIFY(found == expected);
            }
        }
        QVERIFY(matched > tried / 10 && matched < tried * 9 / 10);
    }

    void somethingInvalidIsSurvived()
    {
        PlainBlock block = blockOf({u"aéb"_s, u"axb"_s});
        block.text[2] = char(0xff);
        for (const Engine engine : {Engine::Best, Engine::Regex})
            QVERIFY(scan({{u"a.b"_s, false, false, {}}}, block, engine).count({0, 1}) == 1);
    }

    void nestedRepeatsDoNotHang()
    {
        // Each is one of the classic traps for backtracking; the last one for automata.
        const QStringList traps{u"(a+)+$"_s, u"^(a|a)*b"_s, u"(?=(a+)+$)a"_s, u"((a*)*)*\\1b"_s,
                                u"(a{1,300}){1,300}b"_s};
        const PlainBlock block = blockOf({QString(4000, u'a') + u'c'});
        for (const QString &trap : traps) {
            QElapsedTimer timer;
            timer.start();
            scan({{trap, false, false, {}}}, block, Engine::Best);
            QVERIFY2(timer.elapsed() < 30'000, qPrintable(trap));
        }
    }
};

QTEST_GUILESS_MAIN(PatternMatcherTest)
#include "PatternMatcherTest.moc"
